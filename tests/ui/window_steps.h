// What several tests of the whole window begin with.
#pragma once

#include <QString>

namespace awb
{

class LoadPage;
class MainWindow;

namespace test
{

// Shows the window at 1440 × 900 and opens a new audit with this profile in it; false: it did not open.
bool openAudit(MainWindow& window, const QString& profile);
// Answers the question before a load with yes; false: nothing asked.
bool startLoad(LoadPage& page);

} // namespace test
} // namespace awb
