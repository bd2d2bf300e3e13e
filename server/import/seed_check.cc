#include "server/import/seed_check.h"

#include <map>
#include <unordered_map>

#include "domain/register_traits.h"

namespace luuvet::server {
namespace {

// To which aggregate an id refers.
template <class Id>
inline constexpr Aggregate kReferred = Aggregate::kLog;
template <>
inline constexpr Aggregate kReferred<ProgrammeId> = Aggregate::kProgramme;
template <>
inline constexpr Aggregate kReferred<AgencyId> = Aggregate::kAgency;
template <>
inline constexpr Aggregate kReferred<CommitteeId> = Aggregate::kCommittee;
template <>
inline constexpr Aggregate kReferred<MemberId> = Aggregate::kMember;
template <>
inline constexpr Aggregate kReferred<DocumentId> = Aggregate::kDocument;
template <>
inline constexpr Aggregate kReferred<TaskId> = Aggregate::kTask;
template <>
inline constexpr Aggregate kReferred<IndicatorId> = Aggregate::kIndicator;
template <>
inline constexpr Aggregate kReferred<BudgetLineId> = Aggregate::kBudgetLine;
template <>
inline constexpr Aggregate kReferred<RatioId> = Aggregate::kRatio;
template <>
inline constexpr Aggregate kReferred<ReportingDutyId> = Aggregate::kReportingDuty;
template <>
inline constexpr Aggregate kReferred<DoubtId> = Aggregate::kDoubt;
template <>
inline constexpr Aggregate kReferred<PostId> = Aggregate::kPost;

// Agencies and groups share one name space.
std::string name_of(const Subject& subject) {
  if (subject.aggregate == Aggregate::kAgencyGroup) return Subject{Aggregate::kAgency, subject.id}.text();
  return subject.text();
}

// May be empty: an area has a default, a row without a printed time has no text.
bool may_be_empty(std::string_view pointer) {
  return pointer == "/confirming_agency" || pointer.ends_with("deadline/text");
}

class Checker {
 public:
  explicit Checker(const World& world) : world_(world) {}

  void check(const SeedRow& row) {
    place_ = row.place;
    visit_content(row.command.body, [&](const auto& content) {
      if constexpr (std::is_same_v<std::decay_t<decltype(content)>, SeriesBreakRow>) {
        pointer_ = "/id";  // of an indicator that is there
        refer(row.command.target);
        pointer_.clear();
      } else {
        check_id(row.command.target);
      }
      look(content);
    });
    known_.try_emplace(name_of(row.command.target), row.place);
  }

  std::vector<SeedFault> take() && { return std::move(faults_); }

 private:
  void check_id(const Subject& subject) {
    const bool of_agency = subject.aggregate == Aggregate::kAgency || subject.aggregate == Aggregate::kAgencyGroup;
    if (!(of_agency ? is_valid_agency_id(subject.id) : is_valid_id(subject.id)))
      fault("/id", {"Mã thiếu hoặc không đúng dạng.", "The id is missing or has not the right form."});
    if (const auto before = known_.find(name_of(subject)); before != known_.end())
      fault("/id", {"Mã đã dùng ở " + before->second + ".", "The id stands already at " + before->second + "."});
  }

  template <class T>
  requires boost::describe::has_describe_members<T>::value void look(const T& value) {
    for_each_member<T>([&](std::size_t, auto member) {
      if (pointer_.empty() && std::string_view(member.name) == "id") return;
      const std::size_t size = pointer_.size();
      pointer_ += std::string("/") + member.name;
      look(value.*member.pointer);
      pointer_.resize(size);
    });
  }
  template <class T>
  void look(const std::optional<T>& value) {
    if (value) look(*value);
  }
  template <class T>
  void look(const std::vector<T>& values) {
    for (std::size_t at = 0; at < values.size(); ++at) {
      const std::size_t size = pointer_.size();
      pointer_ += "/" + std::to_string(at);
      look(values[at]);
      pointer_.resize(size);
    }
  }
  template <class Tag>
  void look(const Id<Tag>& id) {
    static_assert(kReferred<Id<Tag>> != Aggregate::kLog);
    if (id.empty()) return required();
    refer(Subject{kReferred<Id<Tag>>, id.value});
  }
  void look(const DocumentRef& document) { look(document.id); }
  void look(const std::string& text) {
    if (text.empty()) return required();
    if (pointer_.starts_with("/places/") && pointer_.ends_with("/subject")) refer_to_text(text);
  }
  // Numbers, dates and choices were judged by the reader.
  template <class T>
  requires(!boost::describe::has_describe_members<T>::value) void look(const T&) {}

  void required() {
    if (!may_be_empty(pointer_)) fault(pointer_, {"Thiếu trường bắt buộc.", "This member is required."});
  }

  void refer_to_text(const std::string& text) {
    if (const auto subject = parse_subject(text)) return refer(*subject);
    fault(pointer_, {"Không đúng dạng loại/mã.", "Not of the form aggregate/id."});
  }

  void refer(const Subject& subject) {
    if (known_.contains(name_of(subject)) || world_.version(subject) > 0) return;
    if (subject.aggregate == Aggregate::kAgency && world_.version({Aggregate::kAgencyGroup, subject.id}) > 0) return;
    fault(pointer_, {"Chưa có mã " + subject.id + ".", "Nothing has the id " + subject.id + " so far."});
  }

  void fault(std::string pointer, Message detail) {
    if (faults_.size() < kSeedFaultsMax) faults_.push_back({place_, {std::move(pointer), std::move(detail)}});
  }

  const World& world_;
  std::unordered_map<std::string, std::string> known_;  // subject to place
  std::string place_;
  std::string pointer_;
  std::vector<SeedFault> faults_;
};

}  // namespace

std::vector<SeedFault> check_seeds(const std::vector<SeedRow>& rows, const World& world) {
  Checker checker(world);
  for (const SeedRow& row : rows) checker.check(row);
  return std::move(checker).take();
}

std::string to_string(const SeedFault& fault) {
  const FieldError& error = fault.error;
  return fault.place + (error.pointer.empty() ? "" : " " + error.pointer) + ": " + error.detail.vi + " / " +
         error.detail.en;
}

}  // namespace luuvet::server
