// Văn bản: what acts cite. Number and date are as written on the paper; a stub is cited but not in hand.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>

#include "domain/base/common.h"

namespace luuvet {

struct Document {
  DocumentId id;
  std::string kind;
  std::optional<std::string> number;  // "44/KH-UBND", "34-KH/TU"
  std::optional<Date> issued_on;
  std::string issuer;
  std::string abstract;  // trích yếu
  std::optional<std::string> signer_title;
  std::optional<std::string> external_id;
  bool stub = false;
  bool operator==(const Document&) const = default;
};
BOOST_DESCRIBE_STRUCT(Document, (), (id, kind, number, issued_on, issuer, abstract, signer_title, external_id, stub))

// What is known of a file whose bytes lie outside the log, under its id.
struct StoredFile {
  std::string id;      // 128 random bits, 32 hex digits
  std::string digest;  // SHA-256 of the bytes, 64 hex digits
  std::uint64_t size = 0;
  std::string media_type;  // by content
  std::string name;        // as whoever brought it called it
  bool operator==(const StoredFile&) const = default;
};
BOOST_DESCRIBE_STRUCT(StoredFile, (), (id, digest, size, media_type, name))

// Bytes that an account has brought and a command may name.
struct Upload {
  StoredFile file;
  ActorId by;
};

// Protected: lies in `open` of the record.
struct DocumentFile {
  std::optional<StoredFile> file;
  bool operator==(const DocumentFile&) const = default;
};
BOOST_DESCRIBE_STRUCT(DocumentFile, (), (file))

}  // namespace luuvet
