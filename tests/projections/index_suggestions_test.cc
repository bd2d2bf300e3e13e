// Composite indices that plans name and that are nobody's own indicator.
#include "projections/indicators/index_suggestions.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "domain/base/fold.h"
#include "tests/projections/seen.h"
#include "tests/support/measured.h"

namespace luuvet::test {
namespace {

using namespace luuvet::projections;

std::vector<std::string> codes_in(std::string_view words) {
  std::vector<std::string> codes;
  for (const KnownIndex* each : indices_named(words)) codes.emplace_back(each->code);
  return codes;
}
std::string itself(std::string_view name) {
  const KnownIndex* index = index_itself(name);
  return index ? std::string(index->code) : "";
}
std::vector<std::string> codes_of(const std::vector<IndexSuggestion>& suggestions) {
  std::vector<std::string> codes;
  for (const IndexSuggestion& each : suggestions) codes.emplace_back(each.index->code);
  return codes;
}
using Codes = std::vector<std::string>;

TEST(IndexSuggestions, X86IndicesAreReadInWords) {
  EXPECT_EQ(codes_in("cải thiện PCI, PAPI, Par Index."), (Codes{"PCI", "PAPI", "PAR INDEX"}));
  EXPECT_EQ(codes_in("nâng cao các chỉ số PAPI, PAR INDEX, SIPAS năm 2026"), (Codes{"PAPI", "PAR INDEX", "SIPAS"}));
  EXPECT_EQ(codes_in("Chỉ số Đổi mới sáng tạo PII của tỉnh"), Codes{"PII"});
  EXPECT_EQ(codes_in("nâng cao năng lực cạnh tranh; tư vấn PCIE"), Codes{});
  EXPECT_EQ(codes_in("mức độ hài lòng của người dân"), Codes{});
}

TEST(IndexSuggestions, X86AnIndicatorIsTheIndexThatItsNameBeginsWith) {
  EXPECT_EQ(itself("Chỉ số PII cấp tỉnh"), "PII");
  EXPECT_EQ(itself("PCI"), "PCI");
  EXPECT_EQ(itself("Xếp hạng chỉ số PAR INDEX"), "PAR INDEX");
  EXPECT_EQ(itself("Chỉ số DTI thuộc nhóm 10 tỉnh, góp phần nâng cao chỉ số PCI, Par Index, PAPI"), "DTI");
  EXPECT_EQ(itself("Tỷ lệ nhiệm vụ góp phần nâng cao PCI"), "");
  EXPECT_EQ(itself("Mở rộng phủ sóng 5G"), "");
  for (const KnownIndex& each : known_indices()) EXPECT_EQ(itself(each.name), each.code);
}

TEST(IndexSuggestions, X86SpellingsAreFolded) {
  for (const KnownIndex& each : known_indices())
    for (const std::string_view spelling : each.spellings) EXPECT_EQ(fold(spelling), spelling);
}

TEST(IndexSuggestions, X86TheRealPlans) {
  const auto found = index_suggestions(views_of_the_plans());
  EXPECT_EQ(codes_of(found), (Codes{"PAR INDEX", "PAPI", "PCI", "SIPAS"}));
  const IndexSuggestion& pci = found.at(2);
  EXPECT_EQ(pci.programme, ProgrammeId{"lao-cai-de-an-11"});
  EXPECT_EQ(pci.tracking_agencies, agencies({"so-tai-chinh"}));
  const auto at = [&](std::string_view subject) {
    return std::any_of(pci.places.begin(), pci.places.end(),
                       [&](const IndexPlace& each) { return each.subject.text() == subject; });
  };
  EXPECT_TRUE(at("indicator/da11.i.iii.6"));
  EXPECT_TRUE(at("task/da11.ii.x.1.4"));
  EXPECT_EQ(found.at(3).places.front().subject.text(), "task/bcd26.body.5.d");
}

Fact named(std::string id, std::string name, std::string programme = "p1") {
  Indicator row = an_indicator_row(std::move(id));
  row.name = std::move(name);
  row.programme = {std::move(programme)};
  return an_indicator(row);
}

TEST(IndexSuggestions, X86OnceRegisteredItIsProposedNoMore) {
  const std::vector<Fact> facts = together(an_indicator_to_measure(), std::vector{named("i2", "Nâng cao điểm PCI")});
  EXPECT_EQ(codes_of(index_suggestions(Seen(facts).views())), Codes{"PCI"});
  const std::vector<Fact> own = together(facts, std::vector{named("i3", "Chỉ số PCI")});
  EXPECT_TRUE(index_suggestions(Seen(own).views()).empty());
}

TEST(IndexSuggestions, X86EachProvinceByItself) {
  Programme other = programme("p2");
  other.province = "lai-chau";
  const std::vector<Fact> facts =
      together(an_indicator_to_measure(), std::vector<Fact>{{"programme/p2", Registered<Programme>{other}},
                                                            named("i2", "Chỉ số PCI"),
                                                            named("i3", "Nâng cao PCI", "p2")});
  const auto found = index_suggestions(Seen(facts).views());
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found.front().programme, ProgrammeId{"p2"});
}

TEST(IndexSuggestions, X86CancelledTasksProposeNothing) {
  Task row = task("t1", {"so-tai-chinh"});
  row.title = "Cải thiện PAPI";
  std::vector<Fact> facts = together(a_province(), registered(row));
  ASSERT_EQ(codes_of(index_suggestions(Seen(facts).views())), Codes{"PAPI"});
  facts.push_back({"task/t1", TaskCancelled{qd1(), {}}});
  EXPECT_TRUE(index_suggestions(Seen(facts).views()).empty());
}

TEST(IndexSuggestions, X86TheFirstFiftyPlacesAreShown) {
  std::vector<Fact> facts = a_province();
  for (std::size_t i = 0; i <= kIndexPlacesMax; ++i) facts.push_back(named("n" + std::to_string(i), "Nâng cao PCI"));
  const auto found = index_suggestions(Seen(facts).views());
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found.front().places.size(), kIndexPlacesMax);
  EXPECT_EQ(found.front().places_total, kIndexPlacesMax + 1);
}

}  // namespace
}  // namespace luuvet::test
