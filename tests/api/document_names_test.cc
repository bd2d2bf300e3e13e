// Documents as cells of a template name them.
#include "api/sheets/document_names.h"

#include <gtest/gtest.h>

#include "tests/support/province.h"

namespace luuvet::test {
namespace {

using api::Cell;
using api::DocumentNames;

Fact numbered(std::string id, std::string number) {
  Document document;
  document.id = {std::move(id)};
  document.kind = "decision";
  document.number = std::move(number);
  document.issuer = "UBND tỉnh";
  document.abstract = "Ban hành kế hoạch";
  return {"document/" + document.id.value, DocumentRegistered{document, {}}};
}

World with_documents() {
  Recorder log;
  for (const Fact& each : together(
           a_province(), std::vector{numbered("qd-12", "12/QĐ-UBND"), numbered("a", "7/KH"), numbered("b", "7/KH")}))
    log.record(each);
  return log.world;
}

TEST(DocumentNames, W294ByItsNumberWhereThatIsTheOnlyOnes) {
  const World world = with_documents();
  const DocumentNames names(world);
  EXPECT_EQ(std::get<std::string>(names.cell(DocumentRef{DocumentId{"qd-12"}, {}})), "12/QĐ-UBND");
  EXPECT_EQ(std::get<std::string>(names.cell(DocumentRef{DocumentId{"a"}, {}})), "a");
  EXPECT_TRUE(std::holds_alternative<std::monostate>(names.cell(std::nullopt)));
  EXPECT_EQ(std::get<Message>(names.cell(DocumentRef{{}, day("2026-12-01")})).vi, "sau 01/12/2026");
}

TEST(DocumentNames, W295WhatIsWrittenIsReadBack) {
  const World world = with_documents();
  const DocumentNames names(world);
  EXPECT_EQ(names.read("12/qđ-ubnd")->id, DocumentId{"qd-12"});
  EXPECT_EQ(names.read("a")->id, DocumentId{"a"});
  for (const char* text : {"sau 01/12/2026", "bổ sung sau 1/12/2026", "later 01/12/2026"})
    EXPECT_EQ(names.read(text)->later, day("2026-12-01")) << text;
  for (const char* text :
       {"7/KH", "99/QĐ", "", "sau", "sau 31/02/2026", "sau 1/1", "truoc 01/12/2026", "sau x/12/2026"})
    EXPECT_FALSE(names.read(text)) << text;
}

}  // namespace
}  // namespace luuvet::test
