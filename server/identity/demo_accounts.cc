#include "server/identity/demo_accounts.h"

#include <sodium.h>

#include <map>
#include <utility>

#include "api/json/json_object.h"
#include "api/json/json_read.h"
#include "server/identity/passwords.h"
#include "server/identity/profile_fields.h"
#include "server/identity/secret.h"
#include "server/log/files.h"

namespace luuvet::server {

namespace {

constexpr std::int32_t kTokenDays = 10 * 366;
constexpr std::string_view kMark =
    "This folder is a demo: its passwords are written down beside it. Thư mục này chỉ để dùng thử.\n";

std::filesystem::path mark_of(const std::filesystem::path& data) {
  return data / "DEMO";
}
std::filesystem::path file_of(const std::filesystem::path& data) {
  return data / "demo-accounts.json";
}

// Easy to type from a screen: five groups of four, 99 random bits.
std::string new_demo_password() {
  static constexpr std::string_view kAlphabet = "abcdefghijkmnpqrstuvwxyz23456789";
  std::string password;
  for (int group = 0; group < 5; ++group) {
    if (group > 0) password += '-';
    for (int letter = 0; letter < 4; ++letter) password += kAlphabet[randombytes_uniform(kAlphabet.size())];
  }
  return password;
}

std::string token_id(const DemoAccount& account) {
  const std::string& text = account.token;
  if (!text.starts_with("lv_") || text.size() < 4 + kSecretSize) return {};
  return text.substr(3, text.size() - 4 - kSecretSize);
}

bool is_whole(const DemoAccount& account) {
  return account.account.starts_with("demo.") && is_valid_id(account.account) && is_valid_id(token_id(account)) &&
         username_key(account.username) && normalised_password(account.password);
}

using ByAccount = std::map<std::string, DemoAccount>;

ByAccount read_accounts(const std::filesystem::path& data) {
  const std::optional<std::string> bytes = read_file(file_of(data));
  if (!bytes) return {};
  simdjson::ondemand::parser parser;
  const simdjson::padded_string padded(*bytes);
  auto file = api::read_json<api::Missing::kRefused, std::vector<DemoAccount>>(parser, padded);
  if (!file) throw DemoRefused(file_of(data).string() + " cannot be read: mend it, or delete it for new passwords");
  ByAccount found;
  for (DemoAccount& account : file.value()) {
    if (!is_whole(account)) throw DemoRefused(file_of(data).string() + " lists an account that cannot be used");
    std::string id = account.account;
    found.emplace(std::move(id), std::move(account));
  }
  return found;
}

// One account a line: people read it.
void write_accounts(const std::filesystem::path& data, const ByAccount& accounts) {
  std::string text = "[";
  const char* separator = "\n";
  for (const auto& [id, account] : accounts) {
    text += std::exchange(separator, ",\n");
    text += api::shown_json(account);
  }
  write_file(file_of(data), text + "\n]\n");
}

DemoAccount new_account(const DemoPost& post) {
  DemoAccount account;
  account.account = post.account().value;
  account.username = post.username;
  account.password = new_demo_password();
  account.token = "lv_" + new_public_id() + "_" + new_secret();
  account.roles = {post.role};
  account.agency = post.agency.value;
  account.agency_name = post.agency_name;
  account.name = post.title + ", " + post.agency_name;
  return account;
}

Profile profile_of(const DemoAccount& account, Instant now) {
  Profile profile;
  profile.account = {account.account};
  profile.username = account.username;
  profile.name = account.name;
  profile.demo = true;
  profile.created = now;
  return profile;
}

Token token_of(const DemoAccount& account, Instant now) {
  Token token;
  token.id = token_id(account);
  token.hash = hash_of_secret(std::string_view(account.token).substr(account.token.size() - kSecretSize));
  token.account = {account.account};
  token.label = "demo";
  token.scope = TokenScope::kWrite;
  token.created = now;
  token.expires_on = {vietnam_date(now).days + kTokenDays};
  return token;
}

// A token that the store knows says that password and token of the file were stored before.
void store_account(IdentityStore& store, const DemoAccount& account, Instant now) {
  if (store.has_token(token_id(account))) return;
  const std::optional<Profile> profile = store.profile({account.account});
  if (profile && profile->erased) return;
  if (!profile) store.add_profile(profile_of(account, now));
  store.set_demo_password({account.account}, account.password, now);
  store.put_token(token_of(account, now));
}

std::map<std::string, Date> token_days(const IdentityStore& store) {
  std::map<std::string, Date> days;
  for (const Token& token : store.tokens()) days.emplace(token.id, token.expires_on);
  return days;
}

}  // namespace

std::vector<DemoPost> agency_demo_posts(const std::vector<DemoAgency>& agencies) {
  std::vector<DemoPost> posts;
  for (const DemoAgency& agency : agencies) {
    posts.push_back({"officer", "Chuyên viên", agency.id.value + ".officer", agency.id, agency.name, {}});
    posts.push_back({"head", "Lãnh đạo", agency.id.value + ".head", agency.id, agency.name, {}});
  }
  return posts;
}

bool is_demo_folder(const std::filesystem::path& data) {
  return std::filesystem::exists(mark_of(data));
}

void require_no_demo(const std::filesystem::path& data) {
  if (is_demo_folder(data)) {
    throw DemoRefused(data.string() +
                      " is a demo folder, whose passwords are written down: choose another folder for real work");
  }
}

void mark_demo_folder(const std::filesystem::path& data) {
  if (is_demo_folder(data)) return;
  if (std::filesystem::exists(data / "identity") || std::filesystem::exists(data / "log"))
    throw DemoRefused(data.string() + " holds real work: choose another folder for the demo");
  make_folder(data);
  write_file(mark_of(data), kMark);
}

std::vector<DemoFacts> prepare_demo_accounts(IdentityStore& store, const std::filesystem::path& data,
                                             const std::vector<DemoPost>& posts, Instant now) {
  if (!is_demo_folder(data)) throw DemoRefused(data.string() + " is not marked as a demo folder");
  ByAccount accounts = read_accounts(data);
  const std::size_t listed = accounts.size();
  for (const DemoPost& post : posts)
    if (!accounts.contains(post.account().value)) accounts.emplace(post.account().value, new_account(post));
  if (accounts.size() != listed) write_accounts(data, accounts);
  Transaction transaction = store.begin("storing the demo accounts");
  for (const auto& [id, account] : accounts) store_account(store, account, now);
  transaction.commit();
  const std::map<std::string, Date> days = token_days(store);
  std::vector<DemoFacts> facts;
  for (const DemoPost& post : posts) {
    const std::string token = token_id(accounts.at(post.account().value));
    const auto day = days.find(token);
    if (day != days.end()) facts.push_back({post, post.account(), post.account().value, token, day->second});
  }
  return facts;
}

}  // namespace luuvet::server
