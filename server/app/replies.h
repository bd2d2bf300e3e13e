// Answers in the API's own form.
#pragma once

#include <optional>
#include <string>

#include "api/http/http_message.h"
#include "domain/base/subject.h"

namespace luuvet::server {

// 200 with JSON and what every read says: Luuvet-Sequence, Cache-Control.
api::Reply json_reply(std::string body, Sequence sequence);

// The same with the resource's ETag.
api::Reply resource_reply(std::string body, Sequence etag, Sequence sequence);

// "/api/v1/tasks/<id>"; empty for what has no collection.
std::string path_of(const Subject& subject);

}  // namespace luuvet::server
