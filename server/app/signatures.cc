#include "server/app/signatures.h"

#include <algorithm>
#include <utility>

#include "api/json/json_object.h"
#include "server/files/file_store.h"

namespace luuvet::server {
namespace {

constexpr std::string_view kPdf = "application/pdf";

api::Reply reply_of(const StoredFile& file, const SignatureReport& report) {
  std::string body;
  {
    api::JsonObject object(body);
    object.member("digest", file.digest).member("checked", report.checked);
    object.member("cause", report.cause.empty() ? std::nullopt : std::optional(report.cause));
    object.with("signatures", [&](std::string& out) {
      api::write_array(out, report.signatures,
                       [](std::string& to, const PdfSignature& each) { api::JsonObject(to).members(each); });
    });
  }
  api::Reply reply;
  reply.headers = {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}};
  reply.body = std::move(body);
  return reply;
}

}  // namespace

void Signatures::answer(const VisitPtr& visit, const StoredFile& file, Finish finish) {
  if (file.media_type != kPdf) return finish(reply_of(file, SignatureReport{true, {}, {}}));
  if (const Report known = kept(file.digest)) return finish(reply_of(file, *known));
  desk_.on_worker(visit, std::move(finish), [this, file] { return reply_of(file, *report_of(file)); });
}

// Several may have asked while the first was looked at. What took too long once may be quicker the next time.
Signatures::Report Signatures::report_of(const StoredFile& file) {
  if (Report known = kept(file.digest)) return known;
  const auto report = std::make_shared<const SignatureReport>(read_signatures(file_path(files_, file.id), roots_));
  if (report->checked) keep(file.digest, report);
  return report;
}

Signatures::Report Signatures::kept(const std::string& digest) {
  const std::lock_guard lock(mutex_);
  const auto found = std::find_if(kept_.begin(), kept_.end(), [&](const Kept& each) { return each.digest == digest; });
  return found == kept_.end() ? nullptr : found->report;
}

void Signatures::keep(const std::string& digest, const Report& report) {
  const std::lock_guard lock(mutex_);
  kept_.push_front({digest, report});
  if (kept_.size() > kKeptMax) kept_.pop_back();
}

}  // namespace luuvet::server
