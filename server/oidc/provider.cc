#include "server/oidc/provider.h"

#include <algorithm>
#include <utility>

#include "server/log/hash.h"
#include "server/oidc/form.h"
#include "server/oidc/id_token.h"

namespace luuvet::server {
namespace {

OidcFailure unreachable(std::string reason) {
  return {OidcError::kUnreachable, std::move(reason)};
}
OidcFailure failed(std::string reason) {
  return {OidcError::kFailed, std::move(reason)};
}

bool is_older(Instant then, Instant now, std::int64_t ms) {
  return now.ms - then.ms >= ms || now < then;
}

// RFC 6749 2.3.1: both are form-encoded before they are joined.
std::string basic_authorization(const OidcSettings& settings) {
  return "Basic " + base64(encode_component(settings.client_id) + ':' + encode_component(settings.client_secret));
}

FetchRequest code_request(const Redemption& redemption, const Metadata& metadata, const OidcSettings& settings) {
  Form form = {{"grant_type", "authorization_code"},
               {"code", redemption.code},
               {"redirect_uri", settings.redirect_uri()},
               {"code_verifier", redemption.verifier}};
  FetchRequest request{metadata.token_endpoint, {}, {}};
  if (metadata.auth == ClientAuth::kBasic)
    request.authorization = basic_authorization(settings);
  else
    form.emplace_back("client_id", settings.client_id);
  if (metadata.auth == ClientAuth::kPost) form.emplace_back("client_secret", settings.client_secret);
  request.form = encode_form(form);
  return request;
}

// As it may stand in a header; none is as good as one that may not.
std::string header_token(std::optional<std::string> text) {
  const auto is_visible = [](char c) { return c > 0x20 && c < 0x7f; };
  return text && std::all_of(text->begin(), text->end(), is_visible) ? std::move(*text) : std::string();
}

// A word of RFC 6749, "invalid_client": what an administrator needs to see. Anything else is not repeated.
std::string error_word(const Claims& answer) {
  const std::string word = answer.text("error").value_or("");
  const bool plain = word.size() <= 40 && word.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string::npos;
  return plain && !word.empty() ? " (" + word + ")" : "";
}

}  // namespace

Provider::Provider(OidcSettings settings, const std::atomic<bool>& stopping, FetchLimits limits)
    : settings_(std::move(settings)), fetcher_(settings_.ca_file, stopping, limits) {}

OidcResult<std::string> Provider::fetch_text(const FetchRequest& request, const char* what) {
  auto answer = fetcher_.fetch(request);
  if (const auto* failure = std::get_if<FetchFailure>(&answer))
    return unreachable(std::string(what) + ": " + failure->reason);
  Fetched& fetched = std::get<Fetched>(answer);
  if (fetched.status != 200) return unreachable(std::string(what) + ": status " + std::to_string(fetched.status));
  return std::move(fetched.body);
}

std::optional<OidcFailure> Provider::know_provider(Instant now) {
  if (metadata_ && !is_older(metadata_at_, now, kKeptMs)) return std::nullopt;
  if (failure_ && !is_older(failed_at_, now, kRestAfterFailureMs)) return failure_;
  auto text = fetch_text({discovery_address(settings_.issuer), {}, {}}, "discovery");
  failure_.reset();
  if (auto* failure = std::get_if<OidcFailure>(&text)) {
    failure_ = std::move(*failure);
  } else {
    MetadataRead read = read_metadata(std::get<std::string>(text), settings_.issuer, !settings_.client_secret.empty());
    if (!read.metadata) failure_ = unreachable(std::move(read.fault));
    metadata_ = std::move(read.metadata);
  }
  (failure_ ? failed_at_ : metadata_at_) = now;
  if (failure_) metadata_.reset();
  return failure_;
}

std::optional<OidcFailure> Provider::fetch_keys(Instant now) {
  auto text = fetch_text({metadata_->jwks_uri, {}, {}}, "keys");
  if (auto* failure = std::get_if<OidcFailure>(&text)) return std::move(*failure);
  auto keys = KeySet::parse(std::get<std::string>(text));
  if (!keys) return unreachable("keys: no JWK set");
  keys_ = std::move(keys);
  keys_at_ = now;
  return std::nullopt;
}

OidcResult<std::string> Provider::authorization_endpoint(Instant now) {
  if (auto failure = know_provider(now)) return std::move(*failure);
  return metadata_->authorization_endpoint;
}

OidcResult<Provider::Tokens> Provider::redeem_code(const Redemption& redemption) {
  auto answer = fetcher_.fetch(code_request(redemption, *metadata_, settings_));
  if (const auto* failure = std::get_if<FetchFailure>(&answer)) return unreachable("token: " + failure->reason);
  const Fetched& fetched = std::get<Fetched>(answer);
  const auto body = Claims::parse(fetched.body);
  if (fetched.status >= 500) return unreachable("token: status " + std::to_string(fetched.status));
  if (fetched.status != 200)
    return failed("token: status " + std::to_string(fetched.status) + (body ? error_word(*body) : ""));
  auto id_token = body ? body->text("id_token") : std::nullopt;
  if (!id_token) return failed("token: the answer has no id_token");
  return Tokens{std::move(*id_token), header_token(body->text("access_token"))};
}

// A key that is not known may be a new one: the set is fetched again, but not by everybody who makes up a key id.
OidcResult<Claims> Provider::checked(const Tokens& tokens, const Redemption& redemption, Instant now) {
  if (!keys_ || is_older(keys_at_, now, kKeptMs))
    if (auto failure = fetch_keys(now)) return std::move(*failure);
  const ExpectedToken expected{settings_.issuer, settings_.client_id, redemption.nonce};
  auto result = check_id_token(tokens.id_token, *keys_, expected, now);
  const auto* fault = std::get_if<TokenFault>(&result);
  const bool may_ask = !new_keys_at_ || is_older(*new_keys_at_, now, kNewKeysEveryMs);
  if (fault && *fault == TokenFault::kUnknownKey && may_ask) {
    new_keys_at_ = now;
    if (auto failure = fetch_keys(now)) return std::move(*failure);
    result = check_id_token(tokens.id_token, *keys_, expected, now);
    fault = std::get_if<TokenFault>(&result);
  }
  if (fault) return failed("id token: " + std::string(words_of(*fault)));
  return std::move(std::get<Claims>(result));
}

void Provider::add_match(OutsidePerson& person, const Claims& claims) const {
  if (settings_.match == OutsideMatch::kLinked) return;
  if (settings_.match == OutsideMatch::kEmail && !claims.is_true("email_verified")) return;
  person.name = claims.text(settings_.claim);
}

// Providers may put into the ID token nothing but who it is, and the rest here.
std::optional<OidcFailure> Provider::add_user_info(OutsidePerson& person, const Tokens& tokens) {
  if (!metadata_->userinfo_endpoint || tokens.access_token.empty()) return std::nullopt;
  auto text = fetch_text({*metadata_->userinfo_endpoint, {}, "Bearer " + tokens.access_token}, "user info");
  if (auto* failure = std::get_if<OidcFailure>(&text)) return std::move(*failure);
  const auto claims = Claims::parse(std::get<std::string>(text));
  if (!claims || claims->text("sub") != person.subject) return failed("user info: of another person");
  add_match(person, *claims);
  return std::nullopt;
}

OidcResult<OutsidePerson> Provider::redeem(const Redemption& redemption, Instant now) {
  if (auto failure = know_provider(now)) return std::move(*failure);
  const bool other_issuer = redemption.issuer && *redemption.issuer != settings_.issuer;
  if (other_issuer || (!redemption.issuer && metadata_->names_itself)) return failed("callback: from another issuer");
  auto tokens = redeem_code(redemption);
  if (auto* failure = std::get_if<OidcFailure>(&tokens)) return std::move(*failure);
  auto claims = checked(std::get<Tokens>(tokens), redemption, now);
  if (auto* failure = std::get_if<OidcFailure>(&claims)) return std::move(*failure);
  OutsidePerson person{settings_.issuer, std::get<Claims>(claims).text("sub").value_or(""), {}};
  add_match(person, std::get<Claims>(claims));
  if (!person.name && settings_.match != OutsideMatch::kLinked)
    if (auto failure = add_user_info(person, std::get<Tokens>(tokens))) return std::move(*failure);
  return person;
}

}  // namespace luuvet::server
