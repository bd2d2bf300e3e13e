// What inspectors get, byte for byte in the C2SP formats: tlog-checkpoint, tlog-tiles, tlog-proof. Pure reading; any
// thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "server/log/event_log.h"
#include "server/log/merkle_proof.h"
#include "server/log/note.h"

namespace luuvet::server {

// Origin (the signer's name), size and root, signed; no extension lines. Sign only heads that the guard holds
// (Guard::held): a log must never sign two trees of which one is not the beginning of the other.
std::string checkpoint(const NoteSigner& signer, const TreeHead& head);

struct CheckpointContent {
  std::string origin;
  std::uint64_t size = 0;
  Hash root{};
};
// What a checkpoint says, if `verifier_key` signed it.
std::optional<CheckpointContent> open_checkpoint(std::string_view note, std::string_view verifier_key);

// A path below `tile/`: "<L>/<N>[.p/<W>]", or "entries/<N>[.p/<W>]".
struct TilePath {
  bool entries = false;  // an entry bundle; `id.level` is then 0
  TileId id;
  unsigned width = kTileWidth;  // below 256: partial
  bool operator==(const TilePath&) const = default;
};
// Nothing if the path is not spelled exactly as tlog-tiles says.
std::optional<TilePath> parse_tile_path(std::string_view path);
std::string tile_path(const TilePath& path);

// The hashes, 32 bytes each. Nothing if the tree of `view` is too small for it.
std::optional<std::string> tile(TreeView& view, const TilePath& path);

// The leaves, each after its length in 16 bits. Nothing if the tree of `head` is too small for it.
std::optional<std::string> entry_bundle(const EventLog& log, const TreeHead& head, const TilePath& path);

// Proof that the record of this sequence stands in the tree of `checkpoint`, which is one of `size` leaves not beyond
// `view`'s.
std::string inclusion_proof(TreeView& view, Sequence sequence, std::uint64_t size, std::string_view checkpoint);

}  // namespace luuvet::server
