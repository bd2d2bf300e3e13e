#include "server/app/files.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "server/app/download.h"
#include "server/app/instance.h"
#include "server/app/upload.h"
#include "server/files/file_name.h"

namespace luuvet::server {
namespace {

constexpr std::chrono::seconds kSoon{5};
constexpr std::chrono::seconds kLater{60};

bool says_bytes(const api::Request& request) {
  return api::same_ignoring_case(request.header("Content-Type").value_or(""), "application/octet-stream");
}

std::uint64_t announced_bytes(const api::Request& request) {
  const std::string_view text = request.header("Content-Length").value_or("");
  std::uint64_t bytes = 0;
  std::from_chars(text.data(), text.data() + text.size(), bytes);
  return bytes;
}

api::Problem not_said_to_be_bytes() {
  api::Problem problem = api::unsupported_media_type();
  problem.detail = {"Tệp được gửi lên với Content-Type: application/octet-stream.",
                    "A file is sent with Content-Type: application/octet-stream."};
  return problem;
}

api::Reply no_such_range(const Visit& visit, std::uint64_t size) {
  api::Reply reply = api::reply_of(api::range_not_satisfiable(size), visit);
  reply.headers.push_back({"Content-Range", "bytes */" + std::to_string(size)});
  return reply;
}

}  // namespace

Files::Files(FileStore& store, const Desk& desk, std::filesystem::path folder, FileLimits limits)
    : store_(store),
      desk_(desk),
      folder_(std::move(folder)),
      limits_(limits),
      uploads_(limits.uploads),
      downloads_(limits.downloads) {}

std::optional<api::Problem> Files::refusal(const Visit& visit) const {
  const std::string& account = visit.caller.account.value;
  if (!says_bytes(visit)) return not_said_to_be_bytes();
  if (announced_bytes(visit) > limits_.bytes) return api::body_too_large(limits_.bytes);
  if (uploads_.is_full(account)) return api::too_many_requests(kSoon);
  if (unnamed_of(visit.caller.account) >= limits_.unnamed_max) return api::too_many_requests(kLater);
  if (uploads_.is_full()) return api::overloaded(kSoon);
  std::error_code error;
  const auto space = std::filesystem::space(folder_, error);
  const std::uint64_t needed = limits_.free_bytes_min + std::max(announced_bytes(visit), std::uint64_t{1});
  if (!error && space.available < needed) return api::low_storage();
  return std::nullopt;
}

api::SinkAnswer Files::take(const VisitPtr& visit, std::vector<api::Header> headers) {
  const auto with_headers = [&](api::Reply reply) {
    reply.account = visit->caller.account.value;
    reply.headers.insert(reply.headers.end(), headers.begin(), headers.end());
    return reply;
  };
  if (const auto problem = refusal(*visit)) return with_headers(api::reply_of(*problem, *visit));
  auto name = read_file_name(*visit);
  if (!name) return with_headers(api::reply_of(name.error(), *visit));
  return std::make_shared<UploadSink>(
      UploadParts{store_, types_, desk_, limits_.bytes, [this](Upload upload) { brought(std::move(upload)); }}, visit,
      std::move(name).value(), std::move(headers), uploads_.take(visit->caller.account.value));
}

void Files::brought(Upload upload) {
  const std::string id = upload.file.id;
  brought_.insert_or_assign(id, Brought{std::move(upload), system_now()});
}

std::optional<Upload> Files::find(const std::string& id) const {
  const auto found = brought_.find(id);
  return found == brought_.end() ? std::nullopt : std::optional(found->second.upload);
}

void Files::hold(const std::string& id) {
  const auto found = brought_.find(id);
  if (found != brought_.end()) ++found->second.held;
}

void Files::release(const std::string& id, bool named) {
  const auto found = brought_.find(id);
  if (found == brought_.end()) return;
  --found->second.held;
  found->second.named = found->second.named || named;
}

api::Reply Files::reply(const Visit& visit, const StoredFile& file, bool shown_inline) {
  const std::string& account = visit.caller.account.value;
  const api::AskedRange asked = api::asked_range(visit, file.size, etag_of(file));
  if (std::holds_alternative<api::NoSuchRange>(asked)) return no_such_range(visit, file.size);
  if (downloads_.is_full(account)) return api::reply_of(api::too_many_requests(kSoon), visit);
  if (downloads_.is_full()) return api::reply_of(api::overloaded(kSoon), visit);
  const auto* part = std::get_if<api::ByteRange>(&asked);
  return download_reply(desk_, store_.path_of(file.id), file, part ? std::optional(*part) : std::nullopt, shown_inline,
                        downloads_.take(account));
}

void Files::tick(Instant now) {
  for (auto each = brought_.begin(); each != brought_.end();) {
    const Brought& one = each->second;
    if (one.held > 0 || now.ms - one.at.ms < limits_.unnamed_milliseconds) {
      ++each;
      continue;
    }
    const bool gone = one.named || desk_.in_background([&store = store_, id = each->first]() -> std::function<void()> {
      store.remove(id);
      return {};
    });
    each = gone ? brought_.erase(each) : std::next(each);
  }
}

std::size_t Files::unnamed_of(const ActorId& account) const {
  return static_cast<std::size_t>(std::count_if(brought_.begin(), brought_.end(), [&](const auto& each) {
    return !each.second.named && each.second.upload.by == account;
  }));
}

std::size_t Files::unnamed() const {
  return static_cast<std::size_t>(
      std::count_if(brought_.begin(), brought_.end(), [](const auto& each) { return !each.second.named; }));
}

std::vector<StoredFile> kept_files(const World& world) {
  std::vector<StoredFile> kept;
  world.documents.for_each([&](const auto& document) {
    for (const FileVersion& version : document->files) kept.push_back(version.file);
  });
  return kept;
}

}  // namespace luuvet::server
