#include "server/log/guard.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <system_error>

namespace luuvet::server {
namespace {

constexpr std::string_view kSlotBegins = "luuvet-guard 1\nlog ";
constexpr std::string_view kSequence = "\nsequence ";
constexpr std::string_view kRoot = "\nroot ";
constexpr std::string_view kChecksum = "\nchecksum ";
constexpr std::chrono::milliseconds kPatience{100};  // how long stopping may take when nothing is appended
// Between two writes: a sync of the guard's file slows the log's own syncs that run beside it by a third. What is
// appended in between can be cut off unnoticed by somebody who also stops the machine within that time.
constexpr std::chrono::milliseconds kRest{10};

// Takes `begins` and what follows it up to the next newline, which stays.
std::optional<std::string_view> take(std::string_view& text, std::string_view begins) {
  if (!text.starts_with(begins)) return std::nullopt;
  text.remove_prefix(begins.size());
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view value = text.substr(0, end);
  text.remove_prefix(end);
  return value;
}

struct Slots {
  GuardPosition position;
  unsigned slot;
};

std::optional<Slots> later_slot(std::string_view bytes) {
  std::optional<Slots> later;
  for (unsigned slot = 0; slot < 2 && bytes.size() >= (slot + 1) * kGuardSlotBytes; ++slot) {
    auto position = parse_guard_slot(bytes.substr(slot * kGuardSlotBytes, kGuardSlotBytes));
    if (position && (!later || position->sequence > later->position.sequence))
      later = Slots{std::move(*position), slot};
  }
  return later;
}

Slots require_slot(const std::filesystem::path& file, std::string_view bytes) {
  auto later = later_slot(bytes);
  if (!later) throw StateRefused("the guard " + file.string() + " is damaged: neither of its two slots is whole");
  return std::move(*later);
}

}  // namespace

std::string guard_slot(const GuardPosition& position) {
  std::string text(kSlotBegins);
  text.append(position.log).append(kSequence).append(std::to_string(position.sequence));
  text.append(kRoot).append(base64(bytes_of(position.root)));
  const Hash checksum = sha256({text});
  text.append(kChecksum).append(hex(bytes_of(checksum))).append("\n");
  text.resize(kGuardSlotBytes, '\0');
  return text;
}

std::optional<GuardPosition> parse_guard_slot(std::string_view slot) {
  GuardPosition position;
  std::string_view rest = slot;
  const auto log = take(rest, kSlotBegins);
  const auto sequence = take(rest, kSequence);
  const auto root = take(rest, kRoot);
  if (!log || !sequence || !root) return std::nullopt;
  const auto hash = hash_from_base64(*root);
  std::from_chars(sequence->data(), sequence->data() + sequence->size(), position.sequence);
  if (!hash) return std::nullopt;
  position.log = *log;
  position.root = *hash;
  if (guard_slot(position) != slot) return std::nullopt;  // the checksum, and every other byte
  return position;
}

std::optional<GuardPosition> read_guard(const std::filesystem::path& file) {
  const std::optional<std::string> bytes = read_file(file);
  if (!bytes) return std::nullopt;
  return require_slot(file, *bytes).position;
}

void require_guarded(const GuardPosition& guard, std::string_view log, TreeView& tree) {
  const Sequence head = tree.head().size;
  if (!log.empty() && log != guard.log) {
    throw StateRefused("the guard belongs to log " + guard.log + ", but the folder holds log " + std::string(log));
  }
  if (head < guard.sequence) {
    throw StateRefused("record " + std::to_string(head + 1) + " is missing: the log ends at " + std::to_string(head) +
                       ", but it had reached " + std::to_string(guard.sequence));
  }
  const Hash root = tree.root(guard.sequence);
  if (root != guard.root) {
    throw StateRefused("records up to " + std::to_string(guard.sequence) +
                       " are not those that stood there: the audit tree's root is " + base64(bytes_of(root)) +
                       ", but it was " + base64(bytes_of(guard.root)));
  }
}

GuardFile::GuardFile(FileDescriptor file, GuardPosition position, unsigned slot)
    : file_(std::move(file)), position_(std::move(position)), slot_(slot) {}

GuardFile GuardFile::create(const std::filesystem::path& file, const GuardPosition& position) {
  const std::string slot = guard_slot(position);
  write_file(file, slot + slot);
  return open(file);
}

GuardFile GuardFile::open(const std::filesystem::path& file) {
  FileDescriptor descriptor = open_file(file, O_RDWR);
  if (flock(descriptor.get(), LOCK_EX | LOCK_NB) != 0)
    throw StateRefused("another process uses the guard " + file.string());
  Slots slots = require_slot(file, read_file(file).value_or(""));
  return GuardFile(std::move(descriptor), std::move(slots.position), slots.slot);
}

void GuardFile::write(Sequence sequence, const Hash& root) {
  position_.sequence = sequence;
  position_.root = root;
  slot_ = 1 - slot_;
  write_at(file_, guard_slot(position_), static_cast<off_t>(slot_ * kGuardSlotBytes));
  if (fdatasync(file_.get()) != 0)
    throw std::system_error(errno, std::generic_category(), "the guard cannot be written");
}

Guard::Guard(GuardFile file, const EventLog& log, const TreeSource& tree, FailureHandler on_failure)
    : file_(std::move(file)), log_(log), tree_(tree), on_failure_(std::move(on_failure)), thread_([this] { run(); }) {}

Guard::~Guard() {
  stopping_ = true;
  thread_.join();
}

std::shared_ptr<const TreeHead> Guard::held() const {
  const std::lock_guard lock(mutex_);
  return held_;
}

void Guard::run() {
  try {
    hold();
    while (!stopping_) {
      log_.wait(file_.position().sequence, kPatience);
      hold();
    }
    hold();
  } catch (const std::exception& error) {
    if (on_failure_) on_failure_(std::string("the guard failed: ") + error.what());
  }
}

void Guard::hold() {
  std::shared_ptr<const TreeHead> head = tree_.tree_head();
  const bool moved = head->size > file_.position().sequence;
  if (moved) file_.write(head->size, head->root());
  {
    const std::lock_guard lock(mutex_);
    held_ = std::move(head);
  }
  if (moved) std::this_thread::sleep_for(kRest);
}

}  // namespace luuvet::server
