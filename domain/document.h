// Văn bản: what acts cite. Number and date are as written on the paper; a stub is cited but not in hand.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>

#include "domain/common.h"

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

// Protected: lies in `open` of the record.
struct DocumentFile {
  std::optional<std::string> file_digest;  // sha-256, 64 hex digits
  bool operator==(const DocumentFile&) const = default;
};
BOOST_DESCRIBE_STRUCT(DocumentFile, (), (file_digest))

}  // namespace luuvet
