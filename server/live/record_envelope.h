// What the feed must know of a record to choose who gets it, read from the stored bytes without decoding the event.
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "domain/base/ids.h"

namespace luuvet::server {

// The texts are views into the record's bytes.
struct Envelope {
  Sequence sequence = 0;
  std::string_view type;
  std::string_view subject;
  std::string_view agency;
  std::string_view programme;  // empty: none
};

// Keeps parser and buffer between calls: one per thread.
class EnvelopeReader {
 public:
  EnvelopeReader();
  ~EnvelopeReader();
  EnvelopeReader(EnvelopeReader&&) noexcept;

  // Nothing if `record` is no record of ours.
  std::optional<Envelope> read(std::string_view record);

 private:
  struct Buffers;
  std::unique_ptr<Buffers> buffers_;
};

}  // namespace luuvet::server
