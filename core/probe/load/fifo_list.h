#pragma once

#include <cstddef>

namespace awb
{

// First in, first out; any member can leave. A member has `before` and `after` and is in one list at most.
template<typename Member>
class FifoList
{
public:
    Member* front() const { return first_; }
    bool isEmpty() const { return !first_; }
    std::size_t size() const { return size_; }

    void append(Member* member)
    {
        member->before = last_;
        member->after = nullptr;
        (last_ ? last_->after : first_) = member;
        last_ = member;
        ++size_;
    }
    void remove(Member* member)
    {
        (member->before ? member->before->after : first_) = member->after;
        (member->after ? member->after->before : last_) = member->before;
        member->before = member->after = nullptr;
        --size_;
    }

private:
    Member* first_ = nullptr;
    Member* last_ = nullptr;
    std::size_t size_ = 0;
};

} // namespace awb
