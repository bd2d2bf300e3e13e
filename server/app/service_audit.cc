// Checkpoint, tiles and proofs: what an inspector takes away, always of a head that the guard holds.
#include <charconv>

#include "server/app/service.h"
#include "server/log/audit.h"

namespace luuvet::server {
namespace {

std::optional<Sequence> number(std::string_view text) {
  Sequence value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc() && end == text.data() + text.size() && !text.empty() && text.front() != '0';
  return whole ? std::optional(value) : std::nullopt;
}

// A full tile never changes; a partial one is soon of no interest.
api::Reply tile_reply(std::string bytes, bool full) {
  api::Reply reply;
  reply.headers = {{"Content-Type", "application/octet-stream"},
                   {"Cache-Control", full ? "public, max-age=31536000, immutable" : "no-store"}};
  reply.body = std::move(bytes);
  return reply;
}

}  // namespace

void Service::audit(const api::Route& route, RequestPtr request, Finish finish) {
  const auto head = instance_.guard().held();
  if (!head) return refuse(request, finish, api::not_ready());
  if (route.kind == api::RouteKind::kCheckpoint)
    return finish(plain(checkpoint(instance_.signer(), *head), "text/plain; charset=utf-8"));

  if (route.kind == api::RouteKind::kTile) {
    const auto path = parse_tile_path(route.name);
    if (!path) return refuse(request, finish, api::not_found_here());
    return on_worker(request, std::move(finish), [this, request, head, path = *path] {
      TreeView view(instance_.rocks(), head);
      auto bytes = path.entries ? entry_bundle(instance_.log(), *head, path) : tile(view, path);
      return bytes ? tile_reply(std::move(*bytes), path.width == kTileWidth)
                   : api::reply_of(api::not_found_here(), *request);
    });
  }
  const auto sequence = number(route.name);
  if (!sequence || *sequence > head->size) return refuse(request, finish, api::not_found_here());
  on_worker(request, std::move(finish), [this, head, sequence = *sequence] {
    TreeView view(instance_.rocks(), head);
    return plain(inclusion_proof(view, sequence, head->size, checkpoint(instance_.signer(), *head)),
                 "text/plain; charset=utf-8");
  });
}

}  // namespace luuvet::server
