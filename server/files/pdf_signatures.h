// The digital signatures of a PDF: what poppler's pdfsig says of each, and what stands in its certificate.
#pragma once

#include <boost/describe.hpp>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "domain/base/time.h"
#include "server/files/child_process.h"

namespace luuvet::server {

// Whether the certificate leads to one of the roots that were named, on the day of signing.
enum class Trust {
  kTrusted,
  kUnknownRoot,
  kOutOfTime,  // leads there, but was not valid yet or no longer
  kNotChecked  // no roots were named, or there is no certificate to be read
};
BOOST_DESCRIBE_ENUM(Trust, kTrusted, kUnknownRoot, kOutOfTime, kNotChecked)

// Texts are empty, moments none, where the file does not say.
struct PdfSignature {
  std::string signer;   // common name
  std::string subject;  // of the certificate, whole
  std::string issuer;
  std::string serial;  // hex digits
  std::optional<Instant> valid_from, valid_to;
  std::optional<Instant> signed_at;  // as the signer's computer said
  bool intact = false;               // what it covers is as it was signed
  bool covers_all = false;           // of the file nothing came after it
  Trust trust = Trust::kNotChecked;
};
BOOST_DESCRIBE_STRUCT(PdfSignature, (),
                      (signer, subject, issuer, serial, valid_from, valid_to, signed_at, intact, covers_all, trust))

struct SignatureReport {
  // Whether the file could be looked at; where not, why: "unreadable", "took-too-long", "tool-missing".
  bool checked = false;
  std::string cause;
  std::vector<PdfSignature> signatures;  // in the order of the file; at most kSignaturesMax
};

inline constexpr std::size_t kSignaturesMax = 50;

// `roots`: certificates in PEM; empty: none. Any thread; blocks. Throws std::system_error.
SignatureReport read_signatures(const std::filesystem::path& pdf, const std::filesystem::path& roots,
                                const ChildLimits& limits = {});

// Of what pdfsig wrote: all but what stands in certificates alone. Nothing where it contradicts itself.
std::optional<std::vector<PdfSignature>> parse_pdfsig(std::string_view output);

}  // namespace luuvet::server
