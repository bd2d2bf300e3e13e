// The record: one event as the one byte string that is stored, hashed and pushed (design: "The record"). A
// CloudEvents 1.0 JSON object on one line, members always in the same order, `data` last and `open` last in it.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "domain/base/result.h"
#include "domain/world.h"

namespace luuvet::api {

using Salt = std::array<std::uint8_t, 16>;

// 64 hex digits: HMAC of who and which idempotency key, then HMAC of what was asked.
using CorrelationHex = std::string;

// `source` = "/luuvet/<instance>/<log>". `salt`: fresh random bits; used only if the event has something open.
std::string encode_record(const Recorded& recorded, std::string_view source, std::string_view correlation,
                          const Salt& salt);

struct DecodedRecord {
  Recorded recorded;
  std::string source;
  CorrelationHex correlation;
};

// Lifts stored bytes, of any stored version, to the newest domain structs. Keeps parser and buffer between calls: one
// per thread.
class RecordDecoder {
 public:
  RecordDecoder();
  ~RecordDecoder();
  RecordDecoder(RecordDecoder&&) noexcept;

  // kInvalid says in words what is wrong: an unknown type or version is named.
  Result<DecodedRecord> decode(std::string_view bytes);

 private:
  struct Buffers;
  std::unique_ptr<Buffers> buffers_;
};

}  // namespace luuvet::api
