#include "server/files/pdf_signatures.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <ctime>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "server/files/certificate.h"
#include "server/log/files.h"

namespace luuvet::server {
namespace {

namespace fs = std::filesystem;

constexpr int kNoSignatures = 2;  // how pdfsig ends then
constexpr int kNotThere = 127;
constexpr std::size_t kDerBytesMax = 1024 * 1024;
constexpr const char* kTool = "pdfsig";

// A folder of one's own that goes with this object.
class WorkFolder {
 public:
  WorkFolder() {
    std::string name = (fs::temp_directory_path() / "luuvet-pdf-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::system_error(errno, std::generic_category(), name);
    path_ = name;
  }
  ~WorkFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

// "Nov 22 2026 22:06:12", in UTC since that is the child's time zone.
std::optional<Instant> moment(std::string_view text) {
  std::tm utc{};
  const char* end = strptime(std::string(text).c_str(), "%b %d %Y %H:%M:%S", &utc);
  if (!end) return std::nullopt;
  return Instant{static_cast<std::int64_t>(timegm(&utc)) * 1'000};
}

// Takes "  - Name: value" apart; true if it is that name.
bool says(std::string_view line, std::string_view name, std::string_view& value) {
  const std::string start = "  - " + std::string(name) + ": ";
  if (!line.starts_with(start)) return false;
  value = line.substr(start.size());
  return true;
}

// What is said of one signature. Names in certificates may hold newlines and so be lines of their own: what is said
// twice, or out of turn, makes the whole unreadable.
class Said {
 public:
  // False if it was said before.
  bool take(PdfSignature& signature, std::string_view line) {
    std::string_view value;
    if (says(line, "Signer Certificate Common Name", value)) return signature.signer = value, first(0);
    if (says(line, "Signer full Distinguished Name", value)) return signature.subject = value, first(1);
    if (says(line, "Signing Time", value)) return signature.signed_at = moment(value), first(2);
    if (says(line, "Signature Validation", value)) {
      signature.intact = value == "Signature is Valid.";
      return first(3);
    }
    const bool whole = line == "  - Total document signed";
    if (!whole && line != "  - Not total document signed") return true;
    signature.covers_all = whole;
    return first(4);
  }

 private:
  bool first(std::size_t which) { return !std::exchange(said_[which], true); }
  std::array<bool, 5> said_{};
};

std::string cause_of(const ChildOutcome& outcome) {
  if (outcome.end == ChildOutcome::End::kTimedOut) return "took-too-long";
  return outcome.end == ChildOutcome::End::kExited && outcome.exit_code == kNotThere ? "tool-missing" : "unreadable";
}

bool ended_well(const ChildOutcome& outcome) {
  return outcome.end == ChildOutcome::End::kExited && (outcome.exit_code == 0 || outcome.exit_code == kNoSignatures);
}

fs::path dumped(const fs::path& folder, std::size_t at) {
  return folder / ("it.pdf.sig" + std::to_string(at));
}

// False if the file has other signatures than were named.
bool add_certificates(std::vector<PdfSignature>& signatures, const fs::path& folder, const fs::path& roots) {
  for (std::size_t at = 0; at < signatures.size(); ++at) {
    std::error_code missing;
    const auto size = fs::file_size(dumped(folder, at), missing);
    if (missing) return false;
    if (size > kDerBytesMax) continue;
    if (const auto der = read_file(dumped(folder, at))) add_certificate(signatures[at], *der, roots);
  }
  return signatures.size() == kSignaturesMax || !fs::exists(dumped(folder, signatures.size()));
}

}  // namespace

std::optional<std::vector<PdfSignature>> parse_pdfsig(std::string_view output) {
  std::vector<PdfSignature> signatures;
  Said said;
  while (!output.empty()) {
    const std::string_view line = output.substr(0, output.find('\n'));
    output.remove_prefix(std::min(output.size(), line.size() + 1));
    if (line.starts_with("Signature #") && line.ends_with(':')) {
      if (signatures.size() == kSignaturesMax) break;
      signatures.emplace_back();
      said = {};
      if (line != "Signature #" + std::to_string(signatures.size()) + ":") return std::nullopt;
    } else if (!signatures.empty() && !said.take(signatures.back(), line)) {
      return std::nullopt;
    }
  }
  return signatures;
}

SignatureReport read_signatures(const fs::path& pdf, const fs::path& roots, const ChildLimits& limits) {
  SignatureReport report;
  const WorkFolder folder;
  fs::create_symlink(fs::absolute(pdf), folder.path() / "it.pdf");
  // Whether a certificate is to be trusted is judged here, by the roots that were named, and asks nobody.
  const ChildOutcome said = run_child(kTool, {"-nocert", "-no-ocsp", "it.pdf"}, folder.path(), limits);
  if (!ended_well(said)) {
    report.cause = cause_of(said);
    return report;
  }
  auto signatures = parse_pdfsig(said.output);
  if (signatures && !signatures->empty()) {
    run_child(kTool, {"-nocert", "-no-ocsp", "-dump", "it.pdf"}, folder.path(), limits);
    if (!add_certificates(*signatures, folder.path(), roots)) signatures.reset();
  }
  if (!signatures) {
    report.cause = "unreadable";
    return report;
  }
  report.checked = true;
  report.signatures = *std::move(signatures);
  return report;
}

}  // namespace luuvet::server
