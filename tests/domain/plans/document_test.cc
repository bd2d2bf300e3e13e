#include "tests/support/given.h"
#include "tests/support/province.h"

namespace luuvet::test {
namespace {

constexpr auto kRule = RejectionKind::kRule;
constexpr auto kForbidden = RejectionKind::kForbidden;
constexpr auto kInvalid = RejectionKind::kInvalid;
const std::string kId(32, '1');

StoredFile scan(char digest = 'a') {
  return {kId, std::string(64, digest), 1'000, "application/pdf", "Báo cáo.pdf"};
}

RegisterDocument paper() {
  RegisterDocument body;
  body.kind = "official-letter";
  body.number = "12/SKHCN";
  body.issued_on = day("2026-03-01");
  body.issuer = "Sở KH&CN";
  body.abstract = "Về việc báo cáo";
  return body;
}
AmendDocument abstract(std::string text) {
  AmendDocument body{{}, "Gõ nhầm"};
  body.set.values.abstract = std::move(text);
  body.set.present = 1u << 4;
  return body;
}
AmendDocument file(std::optional<std::string> id) {
  AmendDocument body{{}, "Bổ sung tệp"};
  body.set.values.file = std::move(id);
  body.set.present = 1u << 6;
  return body;
}
Given registered_by(std::string agency) {
  return given(a_province()).as(std::move(agency)).after("document", paper());
}

TEST(Document, V01AnyAgencyRegistersADocument) {
  RegisterDocument body = paper();
  body.file = kId;
  Document content;
  content.id = {"new"};
  content.kind = body.kind;
  content.number = body.number;
  content.issued_on = body.issued_on;
  content.issuer = body.issuer;
  content.abstract = body.abstract;
  Given scene = given(a_province()).as("xa-a").bringing(scan());
  scene.when("document", body).then(DocumentRegistered{content, DocumentFile{scan()}});
  scene.after("document", body);
  EXPECT_EQ(scene.world().documents.find("new")->registered_by.value, "xa-a");
  EXPECT_EQ(*scene.world().documents.find("new")->file(), scan());
  scene.when("document", body).then_rejected(RejectionKind::kAlreadyExists);
}
TEST(Document, V01BodyLimits) {
  const Given scene = given(a_province()).as("xa-a");
  RegisterDocument body = paper();
  body.kind = "leaflet";
  scene.when("document", body).then_rejected(kInvalid, "/kind");
  body = paper();
  body.issued_on = day("2026-03-16");
  scene.when("document", body).then_rejected(kInvalid, "/issued_on");
  body = paper();
  body.issuer = "";
  scene.when("document", body).then_rejected(kInvalid, "/issuer");
}

TEST(Document, V02IsAmendedByWhoRegisteredIt) {
  Given scene = registered_by("xa-a");
  scene.when("document/new", abstract("Khác")).then_accepted();
  scene.as("xa-b").when("document/new", abstract("Khác")).then_rejected(kForbidden, "V02");
  scene.as("so-khcn").when("document/new", abstract("Khác")).then_rejected(kForbidden, "V02");
}
TEST(Document, V02WhatTheSystemRegisteredIsAmendedByAStandingAgency) {
  Given scene = given(a_province());
  scene.as("so-khcn").when("document/qd-1", abstract("Khác")).then_accepted();
  scene.as("so-noi-vu").when("document/qd-1", abstract("Khác")).then_rejected(kForbidden, "V02");
}

TEST(Document, V03AnAmendmentChangesSomethingAndSaysWhy) {
  Given scene = registered_by("xa-a");
  scene.when("document/new", abstract("Về việc báo cáo")).then_rejected(kRule, "V03");
  scene.when("document/new", file({})).then_rejected(kRule, "V03");
  scene.when("document/new", AmendDocument{{}, "Vì sao"}).then_rejected(kInvalid, "/set");
  AmendDocument body = abstract("Khác");
  body.reason = "";
  scene.when("document/new", body).then_rejected(kInvalid, "/reason");
  EXPECT_EQ(scene.when("document/none", abstract("Khác")).rejection().kind, RejectionKind::kNotFound);
}

TEST(Document, V04AFileEndsAStub) {
  Document stub;
  stub.id = {"215-kh-ubnd"};
  stub.kind = "plan";
  stub.stub = true;
  Given scene =
      given(a_province()).fact({"document/215-kh-ubnd", DocumentRegistered{stub, {}}}).as("so-khcn").bringing(scan());
  scene.after("document/215-kh-ubnd", file(kId));
  EXPECT_FALSE(scene.world().documents.find("215-kh-ubnd")->content.stub);
  EXPECT_EQ(*scene.world().documents.find("215-kh-ubnd")->file(), scan());
}

TEST(Document, V05FileAndReasonAreProtected) {
  const When made = registered_by("xa-a").bringing(scan()).when("document/new", file(kId));
  const auto& event = std::get<DocumentAmended>(made.event());
  EXPECT_TRUE(event.set.empty());
  EXPECT_EQ(event.open, (DocumentAmendedOpen{"Bổ sung tệp", scan()}));
}

TEST(Document, V06AFileIsWhatTheSameAccountHasBrought) {
  constexpr auto kUnknown = RejectionKind::kUnknownReference;
  Given scene = registered_by("xa-a");
  RegisterDocument body = paper();
  body.file = kId;
  scene.when("document", body).then_rejected(kUnknown, "/file");
  scene.when("document/new", file(kId)).then_rejected(kUnknown, "/set/file");
  scene.bringing(scan(), "somebody-else").when("document/new", file(kId)).then_rejected(kUnknown, "/set/file");
  StoredFile other = scan();
  other.id = std::string(32, '2');
  scene.bringing(other).when("document/new", file(kId)).then_rejected(kUnknown, "/set/file");
  scene.bringing(scan()).when("document/new", file(kId)).then_accepted();
}

TEST(Document, V07TheSameBytesUnderTheSameNameAreNoOtherFile) {
  Given scene = registered_by("xa-a").bringing(scan()).after("document/new", file(kId));
  StoredFile again = scan();
  again.id = std::string(32, '2');
  scene.bringing(again).when("document/new", file(again.id)).then_rejected(kRule, "V03");
  again.name = "Báo cáo (2).pdf";
  scene.bringing(again).when("document/new", file(again.id)).then_accepted();
}

TEST(Document, V08EveryFileThatADocumentHadIsKept) {
  Given scene = registered_by("xa-a").bringing(scan('a')).after("document/new", file(kId));
  scene.bringing(scan('b')).after("document/new", file(kId));
  const DocumentState& state = *scene.world().documents.find("new");
  ASSERT_EQ(state.files.size(), 2U);
  EXPECT_EQ(state.files[0].file, scan('a'));
  EXPECT_EQ(*state.file(), scan('b'));
}

TEST(Document, V08ErasingARecordTakesItsFileAndTheOneBeforeStandsAgain) {
  Given scene = registered_by("xa-a").bringing(scan('a')).after("document/new", file(kId));
  scene.bringing(scan('b')).after("document/new", file(kId));
  const Sequence replaced = scene.world().head;
  scene.fact({"log/l", RecordErased{replaced, {}, "Theo quyết định"}});
  EXPECT_EQ(*scene.world().documents.find("new")->file(), scan('a'));
  scene.fact({"log/l", RecordErased{replaced - 1, {}, "Theo quyết định"}});
  EXPECT_EQ(scene.world().documents.find("new")->file(), nullptr);
}

}  // namespace
}  // namespace luuvet::test
