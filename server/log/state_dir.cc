#include "server/log/state_dir.h"

#include <sodium.h>
#include <sys/stat.h>

#include <cstring>

namespace luuvet::server {
namespace {

std::filesystem::path key_file(const std::filesystem::path& folder) {
  return folder / "log.key";
}
std::filesystem::path secret_file(const std::filesystem::path& folder) {
  return folder / "instance.secret";
}

void require_private_folder(const std::filesystem::path& folder) {
  make_folder(folder, 0700);
  struct stat status {};
  if (stat(folder.c_str(), &status) != 0 || !S_ISDIR(status.st_mode))
    throw StateRefused(folder.string() + " is no folder");
  if ((status.st_mode & 077) != 0)
    throw StateRefused("others may read the state folder " + folder.string() + ": its mode must be 0700");
}

template <class Bytes>
Bytes random_bytes() {
  if (sodium_init() < 0) throw StateRefused("libsodium cannot start");
  Bytes bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  return bytes;
}

LogIdentity new_identity(const std::string& instance) {
  const auto bits = random_bytes<std::array<std::uint8_t, 8>>();
  return {instance, hex({reinterpret_cast<const char*>(bits.data()), bits.size()})};
}

std::optional<LogIdentity> identity_of(const EventLog& log) {
  const std::optional<std::string> first = log.read(1);
  if (!first) return std::nullopt;
  RecordReader reader;
  RecordFacts facts;
  if (reader.read(*first, facts)) throw StateRefused("record 1 cannot be read");
  return identity_of_source(facts.source);
}

InstanceSecret make_secret(const std::filesystem::path& folder) {
  const auto secret = random_bytes<InstanceSecret>();
  write_file(secret_file(folder), hex({reinterpret_cast<const char*>(secret.data()), secret.size()}) + "\n");
  return secret;
}

NoteSigner make_key(const std::filesystem::path& folder, const LogIdentity& identity) {
  NoteSigner signer = NoteSigner::generate(origin_of(identity));
  write_file(key_file(folder), signer.to_text() + "\n");
  return signer;
}

// Without the newline at its end; nothing if there is no such file.
std::optional<std::string> read_line(const std::filesystem::path& file) {
  std::optional<std::string> text = read_file(file);
  if (text && text->ends_with('\n')) text->pop_back();
  return text;
}

std::optional<InstanceSecret> load_secret(const std::filesystem::path& folder) {
  const std::optional<std::string> text = read_line(secret_file(folder));
  if (!text) return std::nullopt;
  InstanceSecret secret;
  const auto bytes = from_hex(*text, secret.size());
  if (!bytes) throw StateRefused(secret_file(folder).string() + " is damaged");
  std::memcpy(secret.data(), bytes->data(), secret.size());
  return secret;
}

std::optional<NoteSigner> load_key(const std::filesystem::path& folder, const LogIdentity& identity) {
  const std::optional<std::string> text = read_line(key_file(folder));
  if (!text) return std::nullopt;
  std::optional<NoteSigner> signer = NoteSigner::parse(*text);
  if (!signer) throw StateRefused(key_file(folder).string() + " is damaged");
  if (signer->name() != origin_of(identity)) {
    throw StateRefused(key_file(folder).string() + " is the key of " + signer->name() + ", not of " +
                       origin_of(identity));
  }
  return signer;
}

// Guard first: a key that stands without a guard is then never a beginning that was cut off.
OpenedState create(const std::filesystem::path& folder, const LogIdentity& identity) {
  GuardFile guard = GuardFile::create(guard_file(folder), {identity.log, 0, hash_empty_tree()});
  const InstanceSecret secret = make_secret(folder);
  return {identity, make_key(folder, identity), secret, std::move(guard)};
}

// Guard last: until it stands, the next start asks for adoption again.
OpenedState adopt(const std::filesystem::path& folder, const LogIdentity& identity, const TreeHead& head) {
  if (std::filesystem::exists(key_file(folder))) {
    const std::optional<NoteSigner> old = NoteSigner::parse(read_line(key_file(folder)).value_or(""));
    std::filesystem::rename(key_file(folder), folder / ("log.key." + (old ? old->key_id() : "damaged")));
  }
  const std::optional<InstanceSecret> kept = load_secret(folder);
  const InstanceSecret secret = kept ? *kept : make_secret(folder);
  NoteSigner signer = make_key(folder, identity);
  return {identity, std::move(signer), secret,
          GuardFile::create(guard_file(folder), {identity.log, head.size, head.root()})};
}

// The guard is there, so the rest must be: but for a creation that was cut off before the first record.
OpenedState open_guarded(const std::filesystem::path& folder, const std::string& instance,
                         const std::optional<LogIdentity>& of_log, const TreeSource& tree) {
  GuardFile guard = GuardFile::open(guard_file(folder));
  TreeView view(tree);
  require_guarded(guard.position(), of_log ? of_log->log : "", view);
  const LogIdentity identity = of_log ? *of_log : LogIdentity{instance, guard.position().log};
  std::optional<InstanceSecret> secret = load_secret(folder);
  std::optional<NoteSigner> signer = load_key(folder, identity);
  if (!of_log && !secret) secret = make_secret(folder);
  if (!of_log && !signer) signer = make_key(folder, identity);
  if (!secret) throw StateRefused(secret_file(folder).string() + " is missing");
  if (!signer) throw StateRefused(key_file(folder).string() + " is missing");
  return {identity, std::move(*signer), *secret, std::move(guard)};
}

}  // namespace

std::filesystem::path guard_file(const std::filesystem::path& folder) {
  return folder / "guard";
}

OpenedState open_state(const std::filesystem::path& folder, const std::string& instance, const EventLog& log,
                       const TreeSource& tree, MissingGuard missing_guard) {
  require_private_folder(folder);
  const std::optional<LogIdentity> of_log = identity_of(log);
  if (std::filesystem::exists(guard_file(folder))) return open_guarded(folder, instance, of_log, tree);
  const bool untouched = !std::filesystem::exists(key_file(folder)) && !std::filesystem::exists(secret_file(folder));
  if (!of_log && untouched) return create(folder, new_identity(instance));
  if (missing_guard == MissingGuard::kRefuse) {
    throw StateRefused("the state folder " + folder.string() + " has no guard, but the log has " +
                       std::to_string(log.head()) +
                       " records or a key was there: if it is complete, start once with --adopt");
  }
  return adopt(folder, of_log ? *of_log : new_identity(instance), *tree.tree_head());
}

}  // namespace luuvet::server
