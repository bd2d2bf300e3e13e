#include "server/command_line.h"

#include <getopt.h>

#include <array>
#include <charconv>
#include <string_view>

#include "server/net/forwarding.h"

namespace luuvet::server {
namespace {

enum Option : int {
  kData = 256,
  kState,
  kInstance,
  kPort,
  kWeb,
  kSeeds,
  kAdopt,
  kDocument,
  kReason,
  kDemo,
  kAgency,
  kRateLimits,
  kThresholds,
  kListen,
  kHost,
  kProxy,
  kTlsCertificate,
  kTlsKey,
  kLogRequests,
  kAccessLogDays,
  kBefore,
  kOidc,
  kFileMax,
  kSignatureRoots
};

constexpr std::int32_t kAccessLogDaysMax = 36'500;
constexpr std::uint64_t kFileMebibytesMax = 4'096;

constexpr auto kOptions = std::to_array<option>({
    {"data", required_argument, nullptr, kData},
    {"state", required_argument, nullptr, kState},
    {"instance", required_argument, nullptr, kInstance},
    {"port", required_argument, nullptr, kPort},
    {"web", required_argument, nullptr, kWeb},
    {"seeds", required_argument, nullptr, kSeeds},
    {"adopt", no_argument, nullptr, kAdopt},
    {"document", required_argument, nullptr, kDocument},
    {"reason", required_argument, nullptr, kReason},
    {"demo", no_argument, nullptr, kDemo},
    {"agency", required_argument, nullptr, kAgency},
    {"rate-limits", required_argument, nullptr, kRateLimits},
    {"thresholds", required_argument, nullptr, kThresholds},
    {"listen", required_argument, nullptr, kListen},
    {"host", required_argument, nullptr, kHost},
    {"proxy", required_argument, nullptr, kProxy},
    {"tls-cert", required_argument, nullptr, kTlsCertificate},
    {"tls-key", required_argument, nullptr, kTlsKey},
    {"log-requests", required_argument, nullptr, kLogRequests},
    {"access-log-days", required_argument, nullptr, kAccessLogDays},
    {"before", required_argument, nullptr, kBefore},
    {"oidc", required_argument, nullptr, kOidc},
    {"file-max", required_argument, nullptr, kFileMax},
    {"signature-roots", required_argument, nullptr, kSignatureRoots},
    {nullptr, 0, nullptr, 0},
});

template <class Number>
bool parse_number(std::string_view text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() && !text.empty();
}

std::optional<Subcommand> subcommand_of(std::string_view word) {
  if (word == "serve") return Subcommand::kServe;
  if (word == "import") return Subcommand::kImport;
  if (word == "check") return Subcommand::kCheck;
  if (word == "erase") return Subcommand::kErase;
  if (word == "first-administrator") return Subcommand::kFirstAdministrator;
  if (word == "access-log") return Subcommand::kPruneAccessLog;
  if (word == "help" || word == "--help" || word == "-h") return Subcommand::kHelp;
  return std::nullopt;
}

bool parse_log_requests(std::string_view text, LoggedRequests& which) {
  which = text == "all" ? LoggedRequests::kAll : LoggedRequests::kErrors;
  return text == "all" || text == "errors";
}

// What is wrong with an option of how the server is reached, or nothing.
std::string take_of_wire(CommandLine& line, int option, const char* value) {
  switch (option) {
    case kRateLimits:
      line.rate_limits = value;
      return {};
    case kThresholds:
      line.thresholds = value;
      return {};
    case kListen:
      line.listen = value;
      return parse_address(value) ? "" : "--listen takes an IP address, such as 0.0.0.0 or ::";
    case kHost:
      line.hosts.emplace_back(value);
      return {};
    case kProxy:
      line.proxies.emplace_back(value);
      return parse_address(value) ? "" : "--proxy takes the IP address that the proxy connects from";
    case kTlsCertificate:
      line.tls_certificate = value;
      return {};
    case kTlsKey:
      line.tls_key = value;
      return {};
    case kLogRequests:
      return parse_log_requests(value, line.log_requests) ? "" : "--log-requests takes errors or all";
    default:
      return "unknown option, or an option without its value; see luuvet help";
  }
}

// What is wrong with the option, or nothing.
std::string take(CommandLine& line, int option, const char* value) {
  switch (option) {
    case kData:
      line.folders.data = value;
      return {};
    case kState:
      line.folders.state = value;
      return {};
    case kInstance:
      line.instance = value;
      return is_valid_agency_id(line.instance) ? ""
                                               : "--instance takes lower-case letters, digits and hyphens, at most 40";
    case kPort:
      return parse_number(value, line.port) ? "" : "--port takes a number from 0 to 65535";
    case kWeb:
      line.web = value;
      return {};
    case kSeeds:
      line.seeds = value;
      return {};
    case kAdopt:
      line.missing_guard = MissingGuard::kAdopt;
      return {};
    case kDocument:
      line.document = value;
      return {};
    case kReason:
      line.reason = value;
      return {};
    case kDemo:
      line.demo = true;
      return {};
    case kOidc:
      line.oidc = value;
      return {};
    case kAgency:
      line.agency = AgencyId{value};
      return is_valid_agency_id(value) ? "" : "--agency takes the id of a registered agency";
    case kAccessLogDays:
      return parse_number(value, line.access_log_days) && line.access_log_days > 0 &&
                     line.access_log_days <= kAccessLogDaysMax
                 ? ""
                 : "--access-log-days takes a number from 1 to 36500";
    case kFileMax:
      return parse_number(value, line.file_mebibytes_max) && line.file_mebibytes_max > 0 &&
                     line.file_mebibytes_max <= kFileMebibytesMax
                 ? ""
                 : "--file-max takes a number of MiB from 1 to 4096";
    case kSignatureRoots:
      line.signature_roots = value;
      return std::filesystem::is_regular_file(line.signature_roots)
                 ? ""
                 : "--signature-roots takes a file of certificates in PEM";
    case kBefore:
      line.before = parse_date(value);
      return line.before ? "" : "--before takes a day, as 2026-03-31";
    default:
      return take_of_wire(line, option, value);
  }
}

std::string check_wire(const CommandLine& line) {
  const bool leaves_machine = !parse_address(line.listen)->is_loopback();
  if (line.tls_certificate.empty() != line.tls_key.empty()) return "--tls-cert and --tls-key go together";
  if (line.demo && (leaves_machine || !line.hosts.empty() || !line.proxies.empty()))
    return "a demo serves this machine alone: neither --listen, --host nor --proxy";
  if (leaves_machine && line.hosts.empty())
    return "with --listen, --host says by which name the server is reached; all others are refused";
  return {};
}

std::string check(const CommandLine& line) {
  if (std::string fault = check_wire(line); !fault.empty()) return fault;
  if (line.subcommand == Subcommand::kImport && !line.seeds) return "import needs --seeds DIR";
  if (line.subcommand == Subcommand::kFirstAdministrator && line.agency.empty())
    return "first-administrator needs --agency ID: for which agency the administrator works";
  if (line.subcommand == Subcommand::kPruneAccessLog && !line.before)
    return "access-log prune needs --before DATE: what happened before that day goes";
  if (line.subcommand != Subcommand::kErase) return {};
  if (line.sequence == 0) return "erase needs the SEQUENCE of the record";
  if (!is_valid_id(line.document)) return "erase needs --document ID: the registered document that orders it";
  return line.reason.empty() ? "erase needs --reason TEXT" : "";
}

}  // namespace

const char* const kHelp =
    R"(luuvet <subcommand> [options]

  serve    serves the API, the live feed and the web client
  import   loads a seeds folder into the log; what is there already is compared, not doubled
  check    verifies both logs, their audit trees and guards, and names the first thing that is wrong
  erase    SEQUENCE --document ID --reason TEXT: erases the protected part of a record; the server must be stopped
  first-administrator
           --agency ID: prints a link, good for a day and for one use, with which the first administrator sets username and
           password; the server must be stopped
  admin    COMMAND: accounts and posts on the data folder, the server stopped; see luuvet admin help
  access-log prune
           --before DATE: what the access log holds from before that day goes; its tree stays; the server must be stopped

  --data DIR       folder of the log                        data
  --state DIR      folder of keys and guard                 <data>.state
  --instance NAME  name of a new instance                   lao-cai
  --port N         serve: port, 0 = any free one            8080
  --web DIR        serve: the built web client
  --seeds DIR      import; with serve: imported first
  --access-log-days N  serve: how long the access log is kept  730
  --file-max N     serve: MiB that one file may have         50
  --signature-roots FILE
                   serve: root certificates (PEM) by which the digital signatures of PDFs are trusted
  --oidc FILE      serve: settings of an OpenID Connect provider to sign in with; see server/ADMIN.md
  --demo           serve: accounts to try it with; only in a folder that was made so
  --listen ADDRESS serve: address to listen on              127.0.0.1
  --host NAME      serve: a name (with the port, where it is not the usual one) to answer to; may stand several times
  --tls-cert FILE  serve: certificate chain in PEM; with --tls-key FILE: its key. Loaded anew when they change, or on SIGHUP
  --proxy ADDRESS  serve: a reverse proxy whose X-Forwarded-For and -Proto are believed; may stand several times
  --log-requests errors|all
                   serve: which requests are told of on stderr  errors (and what was slow)
  --rate-limits FILE|off
                   serve: how much one account or address may ask, as JSON; server/ADMIN.md says how
  --thresholds FILE
                   serve: from where on lists point something out, as JSON; server/ADMIN.md says how
  --adopt          open a log whose guard is missing, and say so in the log
)";

std::variant<CommandLine, std::string> parse_command_line(int count, char** arguments) {
  CommandLine line;
  if (count < 2) return line;
  const auto subcommand = subcommand_of(arguments[1]);
  if (!subcommand) return std::string("unknown subcommand ") + arguments[1] + "; see luuvet help";
  line.subcommand = *subcommand;
  opterr = 0;
  optind = 2;
  if (line.subcommand == Subcommand::kPruneAccessLog &&
      (count <= optind || std::string_view(arguments[optind++]) != "prune"))
    return std::string("access-log takes one word: prune; see luuvet help");
  for (int option = 0; (option = getopt_long(count, arguments, "", kOptions.data(), nullptr)) != -1;)
    if (std::string fault = take(line, option, optarg); !fault.empty()) return fault;
  for (; optind < count; ++optind)
    if (line.subcommand != Subcommand::kErase || line.sequence != 0 || !parse_number(arguments[optind], line.sequence))
      return std::string("unexpected argument ") + arguments[optind];
  if (line.folders.state.empty()) line.folders.state = line.folders.data.string() + ".state";
  if (std::string fault = check(line); !fault.empty()) return fault;
  return line;
}

}  // namespace luuvet::server
