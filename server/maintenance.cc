#include "server/maintenance.h"

#include <algorithm>
#include <cstdio>
#include <vector>

#include "server/access/access_store.h"
#include "server/app/files.h"
#include "server/app/identity.h"
#include "server/app/identity_of_request.h"
#include "server/files/file_check.h"
#include "server/identity/accounts.h"
#include "server/log/check.h"
#include "server/log/erase.h"
#include "server/log/sealed.h"
#include "server/serve.h"

namespace luuvet::server {
namespace {

std::string hex(const Hash& hash) {
  std::string text;
  char two[3];
  for (const auto byte : hash) {
    std::snprintf(two, sizeof two, "%02x", static_cast<unsigned>(byte));
    text += two;
  }
  return text;
}

// Every erased record must be named by an event that says so.
std::optional<std::string> unexplained_erasure(const CommandLine& line, const std::vector<Sequence>& erased) {
  if (erased.empty()) return std::nullopt;
  const RocksEventLog log(line.folders.data / "log", LogStoreOptions{LogStoreOptions::Access::kReadOnly, {}, nullptr});
  std::vector<Sequence> explained;
  api::RecordDecoder decoder;
  scan(log, 0, log.head(), [&](Sequence, std::string_view bytes) {
    if (bytes.find("vn.luuvet.log.record-erased.v") == std::string_view::npos) return true;
    const auto record = decoder.decode(bytes);
    if (record)
      if (const auto* event = std::get_if<RecordErased>(&record.value().recorded.event))
        explained.push_back(event->sequence);
    return true;
  });
  for (const Sequence sequence : erased)
    if (std::find(explained.begin(), explained.end(), sequence) == explained.end())
      return "the open part of record " + std::to_string(sequence) + " is gone, and no event says that it was erased";
  return std::nullopt;
}

// Only what the access log says it pruned may be gone of it, and nothing may be erased.
std::optional<std::string> unexplained_pruning(const std::filesystem::path& folder, const CheckReport& report) {
  if (!report.erased.empty())
    return "the protected part of record " + std::to_string(report.erased.front()) + " is gone";
  if (report.pruned == 0) return std::nullopt;
  const RocksEventLog log(folder, LogStoreOptions{LogStoreOptions::Access::kReadOnly, {}, nullptr});
  if (report.last_pruned <= pruned_through(log)) return std::nullopt;
  return "record " + std::to_string(report.last_pruned) + " is pruned, and no record says so";
}

CheckReport check_guarded(const std::filesystem::path& log, const std::filesystem::path& state) {
  const auto guard = read_guard(guard_file(state));
  std::vector<KnownRoot> roots;
  if (guard) roots.push_back({guard->sequence, guard->root, "the guard"});
  CheckReport report = check_log(log, roots);
  if (!report.wrong && !guard) report.wrong = "there is no guard in " + state.string();
  return report;
}

int say(const char* which, const CheckReport& report) {
  if (report.wrong) {
    std::fprintf(stderr, "luuvet check: %s%s\n", which, report.wrong->c_str());
    return 1;
  }
  std::printf(
      "luuvet check: %s%llu records, %llu subjects, %llu commands, %llu tiles, %zu erased, %llu pruned; root %s: all "
      "is "
      "right\n",
      which, static_cast<unsigned long long>(report.records), static_cast<unsigned long long>(report.subjects),
      static_cast<unsigned long long>(report.commands), static_cast<unsigned long long>(report.tiles),
      report.erased.size(), static_cast<unsigned long long>(report.pruned), hex(report.root).c_str());
  return 0;
}

// Of a folder that was never served there is none.
int check_access(const CommandLine& line) {
  const AccessFolders folders = access_folders(line.folders.data, line.folders.state);
  if (!std::filesystem::exists(folders.log) && !std::filesystem::exists(folders.state)) return 0;
  CheckReport report = check_guarded(folders.log, folders.state);
  if (!report.wrong) report.wrong = unexplained_pruning(folders.log, report);
  return say("access log: ", report);
}

// The bytes of every file that the log names.
int check_bytes(const CommandLine& line) {
  const RocksEventLog log(line.folders.data / "log", LogStoreOptions{LogStoreOptions::Access::kReadOnly, {}, nullptr});
  const FileReport report = check_files(log, line.folders.data / "files");
  if (report.wrong) {
    std::fprintf(stderr, "luuvet check: files: %s\n", report.wrong->c_str());
    return 1;
  }
  std::printf("luuvet check: files: %llu, %llu bytes: all are as they were brought\n",
              static_cast<unsigned long long>(report.files), static_cast<unsigned long long>(report.bytes));
  return 0;
}

}  // namespace

int import_seeds_folder(const CommandLine& line) {
  Instance instance(
      line.folders, line.instance, line.missing_guard, [](BatchResult&&) {}, end_on_failure);
  return import_folder(instance.engine(), *line.seeds) ? 0 : 1;
}

int check(const CommandLine& line) {
  CheckReport report = check_guarded(line.folders.data / "log", line.folders.state);
  if (!report.wrong && report.pruned > 0)
    report.wrong = "record " + std::to_string(report.last_pruned) + " is pruned, which this log never is";
  if (!report.wrong) report.wrong = unexplained_erasure(line, report.erased);
  if (say("", report) != 0) return 1;
  const int of_files = check_bytes(line);
  return check_access(line) != 0 ? 1 : of_files;
}

// First the event that says so, then the erasing itself: a crash in between leaves a record that is still to be erased,
// and doing it again finishes the work.
int erase(const CommandLine& line) {
  Instance instance(
      line.folders, line.instance, line.missing_guard, [](BatchResult&&) {}, end_on_failure);
  if (const auto record = instance.log().read(line.sequence); record && !sealed_of(*record)) {
    std::fprintf(stderr, "luuvet erase: record %llu has nothing protected\n",
                 static_cast<unsigned long long>(line.sequence));
    return 1;
  }
  DocumentRef document;
  document.id = DocumentId{line.document};
  std::vector<Job> jobs;
  jobs.push_back(system_job(NoteErasure{line.sequence, document, line.reason}, system_now()));
  const BatchResult result = instance.engine().run(std::move(jobs));
  if (const auto* rejection = std::get_if<Rejection>(&result.finished.front().outcome)) {
    std::fprintf(stderr, "luuvet erase: %s\n", rejection->detail.en.c_str());
    return 1;
  }
  erase_open(instance.rocks().store(), line.sequence);
  FileStore(line.folders.data / "files").keep_only(kept_files(result.views->world));
  std::printf("luuvet erase: the protected part of record %llu is gone; the proofs stay valid\n",
              static_cast<unsigned long long>(line.sequence));
  return 0;
}

int prune_access_log(const CommandLine& line) {
  const AccessFolders folders = access_folders(line.folders.data, line.folders.state);
  if (!std::filesystem::exists(folders.log)) {
    std::fprintf(stderr, "luuvet access-log: there is none in %s\n", folders.log.c_str());
    return 1;
  }
  const Instant now = system_now();
  AccessStore store(folders, line.instance, line.missing_guard, now, end_on_failure);
  const std::uint64_t count = store.prune_before(*line.before, now);
  std::printf("luuvet access-log: %llu records from before %s are gone; the proofs stay valid\n",
              static_cast<unsigned long long>(count), to_string(*line.before).c_str());
  return 0;
}

// The account is made once; until somebody has set a password, each call makes a new link for it.
int first_administrator(const CommandLine& line) {
  require_no_demo(line.folders.data);
  Instance instance(
      line.folders, line.instance, line.missing_guard, [](BatchResult&&) {}, end_on_failure);
  const Instant now = system_now();
  IdentityStore store(line.folders.data / "identity", Access::kWrite);
  const auto link = invite_first_administrator(store, ActorId{new_ulid(now)}, now);
  if (!link) {
    std::fputs("luuvet first-administrator: there is an administrator already, who invites others\n", stderr);
    return 1;
  }
  const std::string post = link->account.value + ".administrator";
  RegisterPost administrator;
  administrator.role = Role::kAdministrator;
  administrator.agency = line.agency;
  administrator.title = "Quản trị hệ thống";
  std::vector<Job> jobs;
  if (!instance.engine().views()->world.accounts.find(link->account.value)) {
    jobs.push_back(system_job(OpenAccount{"administrator", "Quản trị hệ thống", {}, AccountKind::kPerson}, now));
    jobs.back().command.target = {Aggregate::kAccount, ""};
    jobs.back().context.new_id = link->account.value;
    jobs.push_back(system_job(std::move(administrator), now));
    jobs.back().command.target = {Aggregate::kPost, ""};
    jobs.back().context.new_id = post;
    jobs.push_back(system_job(FillPost{AccountId{link->account.value}, vietnam_date(now), {}, {}, {}}, now));
    jobs.back().command.target = {Aggregate::kPost, post};
    const BatchResult result = instance.engine().run(std::move(jobs));
    for (const Finished& finished : result.finished)
      if (const auto* rejection = std::get_if<Rejection>(&finished.outcome)) {
        std::fprintf(stderr, "luuvet first-administrator: %s\n", rejection->detail.en.c_str());
        return 1;
      }
  }
  std::printf("http://localhost:%u/invitation/%s\n", unsigned{line.port}, link->secret.c_str());
  return 0;
}

}  // namespace luuvet::server
