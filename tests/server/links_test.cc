// Links between rows, and doubts worked off, over the wire.
#include "domain/links/link_rows.h"
#include "tests/server/running_server.h"
#include "tests/support/demo_people.h"

namespace luuvet::test {
namespace {

constexpr const char* kRows = R"(["task/bcd26.body.3.d","task/bcd26.ii.vii.1"])";  // both led by so-khcn

class Links : public RunningServer {
 protected:
  const std::string pair_ = std::string(R"("kind":"twin","subjects":)") + kRows;
  const std::string id_ = link_id(pair_of(LinkKind::kTwin, {"task/bcd26.body.3.d", "task/bcd26.ii.vii.1"})).value;
  const std::string path_ = "/api/v1/links/" + id_;

  HttpReply propose() {
    return post("/api/v1/links", "{" + pair_ + R"(,"reason":"Cùng một việc"})", {{"Luuvet-Acting-For", kLead}});
  }
  // The fields in which the rows differ, bound to the second one.
  std::string binding() {
    std::string list;
    const Json found(get("/api/v1/link-suggestions?subject=task/bcd26.body.3.d").body);
    for (const auto item : found["items"].get_array()) {
      if (item["id"].get_string().value() != id_) continue;
      for (const auto field : item["differs"].get_array())
        list += std::string(list.empty() ? "" : ",") + R"({"field":")" + std::string(field.get_string().value()) +
                R"(","subject":"task/bcd26.ii.vii.1"})";
    }
    return R"("binding":[)" + list + "]";
  }
  HttpReply link() {
    return post("/api/v1/acts/link",
                R"({"document":"lao-cai-de-an-11","items":[{)" + pair_ + R"(,"based_on":)" + std::to_string(head()) +
                    "," + binding() + "}]}",
                {{"Luuvet-Acting-For", kLead}});
  }
};

TEST_F(Links, W180ProposingAnswersTheLinkOfThePair) {
  const HttpReply made = propose();
  ASSERT_EQ(made.status, 201) << made.body;
  EXPECT_EQ(text_of(made.body, "id"), id_);
  EXPECT_EQ(text_of(made.body, "status"), "proposed");
  EXPECT_EQ(text_of(made.body, "reason"), "Cùng một việc");
  EXPECT_EQ(get(path_).status, 200);
  expect_problem(propose(), {422, "rule", "", "", "", "J03"});
  EXPECT_EQ(number_of(get("/api/v1/links?status=proposed").body, "total"), 1u);
  EXPECT_EQ(number_of(get("/api/v1/links?status=linked").body, "total"), 0u);
  EXPECT_EQ(number_of(get("/api/v1/links?subject=task/bcd26.ii.vii.1").body, "total"), 1u);
  EXPECT_EQ(number_of(get("/api/v1/links?programme=lao-cai-de-an-11").body, "total"), 0u);
}

TEST_F(Links, W181SuggestionsShowBothRowsUntilSomethingIsRecorded) {
  const std::string target = "/api/v1/link-suggestions?subject=task/bcd26.ii.vii.1";
  const HttpReply found = get(target);
  ASSERT_EQ(found.status, 200) << found.body;
  const Json json(found.body);
  ASSERT_EQ(json["items"].get_array().value().size(), 1u) << found.body;
  const auto item = json["items"].get_array().value().at(0);
  EXPECT_GE(item["score"].get_uint64().value(), 80u);
  EXPECT_EQ(item["rows"].get_array().value().size(), 2u);
  EXPECT_EQ(item["shared"].get_array().value().at(0).get_string().value(),
            "Triển khai Phong trào “Bình dân học vụ số” trên địa bàn tỉnh");
  propose();
  EXPECT_EQ(number_of(get(target).body, "total"), 0u);
  EXPECT_EQ(number_of(get(target + "&as_of=" + std::to_string(head() - 1)).body, "total"), 1u);
  expect_problem(get(target + "&min_score=19"), {400, "bad-query", "", "min_score"});
  EXPECT_GT(number_of(get("/api/v1/link-suggestions?min_score=20").body, "total"),
            number_of(get("/api/v1/link-suggestions").body, "total"));
}

TEST_F(Links, W181ABudgetLineIsProposedForWhatItMayPayFor) {
  const HttpReply found = get("/api/v1/link-suggestions?kind=funds&subject=budget-line/da11.iii.iv.5");
  ASSERT_EQ(found.status, 200) << found.body;
  const Json json(found.body);
  const auto items = json["items"].get_array().value();
  ASSERT_GE(items.size(), 1u) << found.body;
  EXPECT_EQ(items.at(0)["subjects"].at(1).get_string().value(), "task/da11.ii.x.1.7");
  EXPECT_EQ(items.at(0)["rows"].get_array().value().size(), 2u);
}

TEST_F(Links, W182ActsNameThePairAndRestOnBothRows) {
  const Sequence seen = head();
  const std::string made = R"({"document":"lao-cai-de-an-11","items":[{)" + pair_ + R"(,"based_on":)" +
                           std::to_string(seen) + "," + binding() + "}]}";
  done(
      "/api/v1/tasks/bcd26.ii.vii.1/amend",
      R"({"set":{"title":"Triển khai Phong trào “Bình dân học vụ số” trên địa bàn tỉnh năm 2026"},"document":"lao-cai-de-an-11"})");
  expect_problem(post("/api/v1/acts/link", made, {{"Luuvet-Acting-For", kLead}}), {412, "stale"});
  const HttpReply linked = link();
  ASSERT_EQ(linked.status, 200) << linked.body;
  EXPECT_EQ(number_of(linked.body, "size"), 1u);
  EXPECT_EQ(text_of(get(path_).body, "status"), "linked");
  expect_problem(post("/api/v1/acts/reject-links",
                      R"({"reason":"Khác","items":[{)" + pair_ + R"(,"based_on":)" + std::to_string(head()) + "}]}",
                      {{"Luuvet-Acting-For", kLead}}),
                 {422, "rule", "", "", "", "J06"});
}

TEST_F(Links, W183ATaskSaysItsLinks) {
  ASSERT_EQ(link().status, 200);
  const Json task(get("/api/v1/tasks/bcd26.body.3.d").body);
  ASSERT_EQ(task["links"].get_array().value().size(), 1u);
  const auto shown = task["links"].get_array().value().at(0);
  EXPECT_EQ(shown["status"].get_string().value(), "linked");
  EXPECT_EQ(shown["row"]["subject"].get_string().value(), "task/bcd26.ii.vii.1");
  done(path_ + "/part", R"({"reason":"Khác phạm vi","document":"lao-cai-de-an-11"})");
  EXPECT_EQ(Json(get("/api/v1/tasks/bcd26.body.3.d").body)["links"].get_array().value().size(), 0u);
}

TEST_F(Links, W184TwinsCountOnceInTheDistinctTotals) {
  const auto totals = [&] {
    const Json list(get("/api/v1/tasks?programme=lao-cai-bcd-2026&limit=1").body);
    return std::pair(list["counts"]["total"].get_uint64().value(), list["distinct"]["total"].get_uint64().value());
  };
  const auto [rows, distinct] = totals();
  EXPECT_EQ(rows, distinct);
  ASSERT_EQ(link().status, 200);
  EXPECT_EQ(totals(), std::pair(rows, distinct - 1));
}

TEST_F(Links, W185DoubtsAreSettledAndCounted) {
  const std::string doubt = "/api/v1/doubts/bcd26.binh-dan-hoc-vu-so-thoi-han";
  const std::uint64_t all = number_of(get("/api/v1/doubts?limit=1").body, "total");
  EXPECT_EQ(number_of(get("/api/v1/doubts?limit=1&status=open").body, "total"), all);
  const HttpReply settled = done(doubt + "/settle", R"({"outcome":"kept","reason":"Theo phụ lục"})");
  EXPECT_EQ(text_of(settled.body, "status"), "settled");
  EXPECT_EQ(Json(settled.body)["settlement"]["reason"].get_string().value(), "Theo phụ lục");
  const HttpReply list = get("/api/v1/doubts?limit=1&status=settled");
  EXPECT_EQ(number_of(list.body, "total"), 1u);
  const Json counted(list.body);
  std::uint64_t of_kind = 0;
  for (const auto count : counted["counts"].get_array())
    if (count["kind"].get_string().value() == "contradiction") of_kind = count["settled"].get_uint64().value();
  EXPECT_EQ(of_kind, 1u);
  done(doubt + "/reopen", R"({"reason":"Có văn bản mới"})");
  EXPECT_EQ(number_of(get("/api/v1/doubts?limit=1&status=open").body, "total"), all);
}

TEST_F(Links, W186WhatIsWrittenOnTwinsAnswersAsBefore) {
  ASSERT_EQ(link().status, 200);
  const HttpReply reported =
      done("/api/v1/tasks/bcd26.body.3.d/report-progress", R"({"percent":40,"result":"Đã triển khai"})");
  EXPECT_EQ(text_of(reported.body, "id"), "bcd26.body.3.d");
  const Json twin(get("/api/v1/tasks/bcd26.ii.vii.1").body);
  EXPECT_EQ(twin["status"].get_string().value(), "in-progress");
  EXPECT_EQ(twin["draft"]["percent"].get_uint64().value(), 40u);
  const std::string history = get("/api/v1/tasks/bcd26.ii.vii.1/history?limit=1").body;
  EXPECT_NE(history.find("progress-reported"), std::string::npos) << history;
}

TEST_F(Links, W187ContradictionsSayWhatCoversThem) {
  const HttpReply found = get("/api/v1/contradictions?subject=task/bcd26.body.3.d&kind=deadlines");
  ASSERT_EQ(found.status, 200) << found.body;
  const Json json(found.body);
  ASSERT_EQ(json["items"].get_array().value().size(), 1u) << found.body;
  const auto item = json["items"].get_array().value().at(0);
  EXPECT_EQ(item["places"].get_array().value().at(0)["text"].get_string().value(), "Năm 2026");
  EXPECT_EQ(item["doubts"].get_array().value().at(0)["id"].get_string().value(), "bcd26.binh-dan-hoc-vu-so-thoi-han");
  EXPECT_FALSE(item["settled"].get_bool().value());
  ASSERT_EQ(link().status, 200);
  const Json after(get("/api/v1/contradictions?subject=task/bcd26.body.3.d&kind=deadlines").body);
  EXPECT_TRUE(after["items"].get_array().value().at(0)["settled"].get_bool().value());
  const std::uint64_t covered = number_of(get("/api/v1/contradictions?covered=true&limit=1").body, "total");
  const std::uint64_t open = number_of(get("/api/v1/contradictions?covered=false&limit=1").body, "total");
  EXPECT_EQ(covered + open, number_of(get("/api/v1/contradictions?limit=1").body, "total"));
}

class LinkedIndicators : public RunningServer {
 protected:
  using Bound = std::vector<std::pair<std::string, std::string>>;  // field, indicator that binds

  HttpHeaders as(std::string_view role, std::string_view agency = kLead) {
    return {{"Authorization", bearer_of(port(), agency, role)}, {"Luuvet-Acting-For", std::string(agency)}};
  }
  // The id of the link; by the standing agency of the plan of either row.
  std::string linked(const std::string& a, const std::string& b, const Bound& bound, std::string_view agency = kLead) {
    std::string binding;
    for (const auto& [field, row] : bound)
      binding += std::string(binding.empty() ? "" : ",") + R"({"field":")" + field + R"(","subject":"indicator/)" +
                 row + R"("})";
    const HttpReply reply = post("/api/v1/acts/link",
                                 R"({"document":"lao-cai-de-an-11","items":[{"kind":"twin","subjects":["indicator/)" +
                                     a + R"(","indicator/)" + b + R"("],"based_on":)" + std::to_string(head()) +
                                     R"(,"binding":[)" + binding + "]}]}",
                                 as("standing-agency", agency));
    EXPECT_EQ(reply.status, 200) << reply.body;
    return link_id(pair_of(LinkKind::kTwin, {"indicator/" + a, "indicator/" + b})).value;
  }
  std::string indicator(const std::string& id) { return get("/api/v1/indicators/" + id).body; }
};

// One plan prints no unit for it.
TEST_F(LinkedIndicators, X19AFigureShowsOnBothWithTheirOwnTargets) {
  const std::string id =
      linked("da11.i.iv.4", "nq26.01.iii.1", {{"coordinating", "nq26.01.iii.1"}, {"targets", "da11.i.iv.4"}});
  EXPECT_TRUE(Json(get("/api/v1/links/" + id).body)["figures_shared"].get_bool().value());
  const std::string figure = "/api/v1/submissions/da11.i.iv.4.so-khcn.2026/";
  ASSERT_EQ(post(figure + "enter", R"({"kind":"actual","value":12})", as("officer")).status, 200);
  for (const auto& [name, role] : {std::pair("submit", "officer"), std::pair("approve", "head")}) {
    HttpHeaders headers = as(role);
    headers.emplace_back("Luuvet-Based-On", std::to_string(head()));
    ASSERT_EQ(post(figure + name, R"({"kind":"actual"})", headers).status, 200) << name;
  }
  for (const char* row : {"da11.i.iv.4", "nq26.01.iii.1"}) {
    const Json shown(indicator(row));
    EXPECT_EQ(shown["latest"]["value"].get_double().value(), 12.0) << row;
    EXPECT_EQ(shown["definition"]["unit"].get_string().value(), "Doanh nghiệp") << row;
    EXPECT_EQ(shown["links"].at(0)["id"].get_string().value(), id);
  }
  const Json own(indicator("nq26.01.iii.1"));
  EXPECT_EQ(own["latest"]["shared_from"].get_string().value(), "da11.i.iv.4");
  EXPECT_EQ(own["assessment"]["result"].get_string().value(), "achieved");  // 12 of at least 10
  EXPECT_EQ(own["assessment"]["inputs"]["target"]["year"].get_int64().value(), 2026);
  const Json other(indicator("da11.i.iv.4"));  // 12 of 25 by 2030
  EXPECT_NE(other["assessment"]["result"].get_string().value(), "achieved");
  EXPECT_EQ(other["assessment"]["inputs"]["target"]["year"].get_int64().value(), 2030);
}

TEST_F(LinkedIndicators, W188ALinkSaysWhyFiguresStayApart) {
  const HttpReply found = get("/api/v1/link-suggestions?subject=indicator/da11.i.ii.9");
  const Json suggestions(found.body);
  bool seen = false;
  for (const auto item : suggestions["items"].get_array()) {
    if (item["subjects"].at(1).get_string().value() != "indicator/da11.i.iv.2") continue;
    seen = true;
    EXPECT_FALSE(item["figures_shared"].get_bool().value());
    EXPECT_EQ(item["figures_apart"].get_string().value(), "unit");
  }
  EXPECT_TRUE(seen) << found.body;
  const std::string one = "da11.i.ii.9";
  const std::string id = linked(one, "da11.i.iv.2", {{"title", one}, {"leads", one}, {"targets", one}, {"unit", one}});
  const Json link(get("/api/v1/links/" + id).body);
  EXPECT_FALSE(link["figures_shared"].get_bool().value());
  EXPECT_EQ(link["figures_apart"].get_string().value(), "unit");
  const Json other(indicator("da11.i.iv.2"));
  EXPECT_EQ(other["in_force"]["unit"].get_string().value(), "%");
  EXPECT_EQ(other["in_force"]["unit_from"].get_string().value(), one);
  EXPECT_EQ(other["definition"]["unit"].get_string().value(), "Sản phẩm");
  const Json tasks(get("/api/v1/link-suggestions?subject=task/bcd26.body.3.d").body);
  EXPECT_TRUE(tasks["items"].at(0)["figures_shared"].is_null());
}

// The director of police and that of science are both named for people with digital signatures.
TEST_F(LinkedIndicators, W189TheMemberInChargeIsTheOneOfTheRowThatBinds) {
  const auto in_charge = [&](const std::string& member) {
    return number_of(get("/api/v1/indicators?limit=1&member=" + member).body, "total");
  };
  const std::uint64_t police = in_charge("pc25.body.8.8");
  const std::uint64_t science = in_charge("pc25.body.7");
  EXPECT_TRUE(Json(indicator("pc25.annex.v.13"))["in_force"]["member_from"].is_null());
  const std::string other = "pc25.annex.v.12";
  Bound bound;
  for (const char* field : {"title", "leads", "coordinating", "targets", "member"}) bound.emplace_back(field, other);
  linked("pc25.annex.v.13", other, bound, "vp-tinh-uy");
  const Json shown(indicator("pc25.annex.v.13"));
  EXPECT_EQ(shown["member"].get_string().value(), "pc25.body.7");  // as printed
  EXPECT_EQ(shown["in_force"]["member"].get_string().value(), "pc25.body.8.8");
  EXPECT_EQ(shown["in_force"]["member_position"].get_string().value(), "Đồng chí Giám đốc Công an tỉnh");
  EXPECT_EQ(shown["in_force"]["member_from"].get_string().value(), other);
  EXPECT_EQ(in_charge("pc25.body.8.8"), police + 1);
  EXPECT_EQ(in_charge("pc25.body.7"), science - 1);
}

TEST_F(LinkedIndicators, J01NotAcrossProvinces) {
  const HttpReply reply = post("/api/v1/links",
                               R"({"kind":"twin","subjects":["indicator/lc25.i.i.4","indicator/da11.i.i.1"],)"
                               R"("reason":"Cùng một chỉ tiêu"})",
                               as("officer"));
  expect_problem(reply, {400, "bad-request", "/subjects"});
}

}  // namespace
}  // namespace luuvet::test
