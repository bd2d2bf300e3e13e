#include "server/app/replies.h"

#include "api/collections.h"
#include "api/http/request_headers.h"

namespace luuvet::server {

api::Reply json_reply(std::string body, Sequence sequence) {
  api::Reply reply;
  reply.headers = {{"Content-Type", "application/json"},
                   {"Cache-Control", "no-store"},
                   {"Luuvet-Sequence", std::to_string(sequence)}};
  reply.body = std::move(body);
  return reply;
}

api::Reply resource_reply(std::string body, Sequence etag, Sequence sequence) {
  api::Reply reply = json_reply(std::move(body), sequence);
  reply.headers.push_back({"ETag", api::etag_of(etag)});
  return reply;
}

std::string path_of(const Subject& subject) {
  const auto collection = api::collection_of(subject.aggregate);
  return collection ? "/api/v1/" + std::string(*collection) + "/" + subject.id : std::string();
}

}  // namespace luuvet::server
