#pragma once

// API descriptions of tst_openapi; here, since moc stumbles over raw strings with slashes and tildes.
namespace awb::test
{

inline const char* const version3 = R"({
 "openapi": "3.0.3", "info": {"title": "Shop"},
 "servers": [{"url": "/{base}", "variables": {"base": {"default": "v1"}}}],
 "security": [{"bearer": []}],
 "paths": {
  "/users": {"get": {"operationId": "listUsers",
    "parameters": [{"name": "page", "in": "query"}, {"$ref": "#/components/parameters/limit"}],
    "responses": {"200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Users"}}}}}}},
  "/users/{id}": {"parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "integer"}}],
    "get": {"responses": {"200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/User"}}}}}},
    "delete": {"responses": {"204": {}}}},
  "/things/{kind}": {"get": {"parameters": [
      {"name": "kind", "in": "path", "required": true, "schema": {"enum": ["red one", "blue"]}},
      {"name": "since", "in": "query", "required": true, "example": "2026-01-02"}],
    "security": [], "responses": {}}},
  "/open": {"get": {"security": [{"bearer": []}, {}], "responses": {}}},
  "/broken": {"get": {"parameters": [{"$ref": "http://10.0.0.1/p.json#/x"}], "responses": {}}},
  "/login": {"post": {"security": [], "requestBody": {"content": {"application/json": {"example": {"user": "a"}}}},
    "responses": {}}}
 },
 "components": {
  "parameters": {"limit": {"name": "limit", "in": "query", "schema": {"type": "integer", "default": 20}}},
  "schemas": {"User": {"type": "object", "properties": {"friend": {"$ref": "#/components/schemas/User"}}},
   "Users": {"type": "object", "properties": {"total": {"type": "integer"},
      "data": {"type": "array", "items": {"$ref": "#/components/schemas/User"}}}}}}
})";

inline const char* const swagger2 =
    R"({"swagger": "2.0", "host": "h.example:8", "basePath": "/api", "schemes": ["http"],
            "consumes": ["application/json"], "paths": {"/a/{b}": {
              "get": {"parameters": [{"name": "b", "in": "path", "type": "string", "x-example": "bee", "required": true}],
                "responses": {"200": {"schema": {"type": "array", "items": {"type": "object"}}}}},
              "post": {"parameters": [{"name": "in", "in": "body", "schema": {"example": {"x": 1}}}], "responses": {}}}}})";

inline const char* const noVersion = R"({"paths": {}})";

inline const char* const laterVersion = R"({"openapi": "4.0.0", "paths": {}})";

inline const char* const swagger12 = R"({"swagger": "1.2", "apis": []})";

inline const char* const circle =
    R"({"openapi": "3.0.0", "paths": {"/a": {"get": {"parameters": [{"$ref": "#/p/a"}],
            "responses": {"200": {"$ref": "#/p/esc~1aped"}}}}},
            "p": {"a": {"$ref": "#/p/b"}, "b": {"$ref": "#/p/a"},
                  "esc/aped": {"content": {"application/json": {"schema": {"type": ["null", "array"]}}}}}})";

inline const char* const otherServers =
    R"({"openapi": "3.0.0", "servers": [{"url": "https://other.example/api"}],
            "paths": {"/a": {"get": {"responses": {}}}, "/b": {"servers": [{"url": "https://third.example"}],
            "get": {"responses": {}}}}})";

inline const char* const twoUsers = R"({"total": 2, "data": [{"id": 41}, {"id": 42}]})";

} // namespace awb::test
