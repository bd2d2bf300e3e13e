// Files over the wire: brought, named by documents, read by right, kept apart from the log, erased.
#include <thread>

#include "server/files/file_store.h"
#include "server/log/files.h"
#include "tests/server/files_server.h"

namespace luuvet::test {
namespace {

namespace fs = std::filesystem;

class FileOverTheWire : public FilesServer {};

TEST_F(FileOverTheWire, W210AFileIsBroughtNamedAndReadAgain) {
  const std::string bytes = sample_pdf();
  const HttpAnswer taken = upload(bytes, "B%C3%A1o%20c%C3%A1o.pdf");
  ASSERT_EQ(taken.status, 201) << taken.body;
  EXPECT_EQ(text_of(taken.body, "media_type"), "application/pdf");
  EXPECT_EQ(text_of(taken.body, "name"), "Báo cáo.pdf");
  EXPECT_EQ(number_of(taken.body, "size"), bytes.size());
  const std::string id = text_of(taken.body, "file");
  EXPECT_EQ(server::digest_of_file(server::file_path(files(), id)), text_of(taken.body, "digest"));

  const std::string document = document_with(id);
  const HttpReply shown = get("/api/v1/documents/" + document);
  EXPECT_NE(shown.body.find(R"("file":{"id":")" + id), std::string::npos) << shown.body;
  const HttpReply read = get("/api/v1/documents/" + document + "/file");
  EXPECT_EQ(read.status, 200);
  EXPECT_EQ(read.body, bytes);
  EXPECT_EQ(read.header("content-type"), "application/pdf");
  EXPECT_EQ(read.header("content-disposition"), "attachment; filename*=UTF-8''B%C3%A1o%20c%C3%A1o.pdf");
  EXPECT_EQ(read.header("x-content-type-options"), "nosniff");
  EXPECT_NE(read.header("content-security-policy").value_or("").find("sandbox"), std::string_view::npos);
  const HttpAnswer inside =
      get_as("/api/v1/documents/" + document + "/file?inline=true", "thanh-tra-tinh", "inspector");
  EXPECT_TRUE(inside.header("content-disposition").starts_with("inline"));
}

TEST_F(FileOverTheWire, W215AsOfGivesTheFileOfThatMoment) {
  const std::string document = document_with(brought(sample_pdf("Mot")));
  const Sequence before = head();
  const std::string second = brought(sample_png(), "anh.png");
  done("/api/v1/documents/" + document + "/amend", R"({"set":{"file":")" + second + R"("},"reason":"Bản đúng"})",
       {{"Authorization", bearer_of(port(), kLead, "head")}});
  const std::string path = "/api/v1/documents/" + document + "/file";
  EXPECT_EQ(get(path).body, sample_png());
  EXPECT_EQ(get(path + "?as_of=" + std::to_string(before)).body, sample_pdf("Mot"));
  const HttpReply history = get("/api/v1/documents/" + document + "/history");
  EXPECT_NE(history.body.find(R"("field":"file")"), std::string::npos) << history.body;
}

TEST_F(FileOverTheWire, W215IsReadByWhomTheDocumentConcerns) {
  const std::string document = document_with(brought(sample_pdf()));
  const std::string path = "/api/v1/documents/" + document + "/file";
  EXPECT_EQ(get_as(path, kLead, "head").status, 200);
  EXPECT_EQ(get_as(path, "thanh-tra-tinh", "inspector").status, 200);
  const HttpAnswer other = get_as(path, "so-noi-vu", "head");
  expect_problem(other, {.status = 403, .type = "forbidden"});
  EXPECT_EQ(get_as("/api/v1/documents/" + document, "so-noi-vu", "head").body.find("bao-cao.pdf"), std::string::npos);
  expect_problem(get_as("/api/v1/documents/" + document + "/signatures", "so-noi-vu", "head"),
                 {.status = 403, .type = "forbidden"});
  expect_problem(get("/api/v1/documents/none/file"), {.status = 404, .type = "not-found"});
  expect_problem(get("/api/v1/documents/lao-cai-de-an-11/file"), {.status = 404, .type = "not-found"});
  expect_problem(ask_as_nobody({"GET", path}), {.status = 401, .type = "signed-out"});
}

TEST_F(FileOverTheWire, W216OnlyPdfAndImagesAreShownInline) {
  const std::string document = document_with(brought(sample_docx(), "a.docx"));
  const std::string path = "/api/v1/documents/" + document + "/file";
  EXPECT_TRUE(std::string(get(path).header("content-disposition").value_or("")).starts_with("attachment"));
  expect_problem(get(path + "?inline=true"), {.status = 400, .type = "bad-query", .parameter = "inline"});
}

TEST_F(FileOverTheWire, W218AFileIsReadInParts) {
  const std::string bytes = sample_pdf() + std::string(600'000, '\n') + "%%EOF";  // in more than one piece
  const HttpAnswer taken = upload(bytes);
  const std::string path = "/api/v1/documents/" + document_with(text_of(taken.body, "file")) + "/file";
  const auto part = [&](const std::string& range, const std::string& if_range = {}) {
    HttpHeaders headers = {{"Authorization", bearer_of(port(), kLead, "head")}, {"Range", range}};
    if (!if_range.empty()) headers.emplace_back("If-Range", if_range);
    return ask({"GET", path, headers});
  };
  const std::string size = std::to_string(bytes.size());
  const HttpReply whole = get(path);
  EXPECT_EQ(whole.header("accept-ranges"), "bytes");
  const std::string etag(whole.header("etag").value_or(""));
  EXPECT_EQ(etag, '"' + text_of(taken.body, "digest") + '"');

  const HttpAnswer middle = part("bytes=100-300099");
  EXPECT_EQ(middle.status, 206);
  EXPECT_EQ(middle.body, bytes.substr(100, 300'000));
  EXPECT_EQ(middle.header("content-range"), "bytes 100-300099/" + size);
  EXPECT_EQ(middle.header("content-type"), "application/pdf");
  EXPECT_EQ(part("bytes=-5").body, "%%EOF");
  EXPECT_EQ(part("bytes=1-", etag).body, bytes.substr(1));

  const HttpAnswer beyond = part("bytes=" + size + "-");
  expect_problem(beyond, {.status = 416, .type = "range-not-satisfiable"});
  EXPECT_EQ(beyond.header("content-range"), "bytes */" + size);
  for (const HttpAnswer& answer : {part("bytes=0-1,5-6"), part("pages=1-2"), part("bytes=0-1", "\"another\"")}) {
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body.size(), bytes.size());
  }
}

// Reading one record again soon is gathered into the same note: parts are read of another document.
TEST_F(FileOverTheWire, W215AnInspectorsReadingOfAFileIsNoted) {
  const std::string whole = document_with(brought(sample_pdf())), parts = document_with(brought(sample_pdf()));
  const auto path = [](const std::string& document) { return "/api/v1/documents/" + document + "/file"; };
  const auto is_noted = [&](const std::string& document) {
    const auto rows = get_as("/api/v1/access-log?types=vn.luuvet.access.read", "vp-ubnd-tinh", "administrator").body;
    return rows.find(R"("subject":"document/)" + document + '"') != std::string::npos;
  };
  const auto comes_to_be_noted = [&](const std::string& document) {  // notes are written behind the answers
    for (int tries = 0; tries < 50; ++tries) {
      if (is_noted(document)) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    return false;
  };
  const auto part = [&](const std::string& range) {
    const std::string inspector = bearer_of(port(), "thanh-tra-tinh", "inspector");
    return ask({"GET", path(parts), {{"Authorization", inspector}, {"Range", range}}}).status;
  };
  EXPECT_EQ(get_as(path(whole), kLead, "head").status, 200);
  EXPECT_EQ(get_as(path(whole), "thanh-tra-tinh", "inspector").status, 200);
  EXPECT_TRUE(comes_to_be_noted(whole));
  EXPECT_EQ(part("bytes=999999-"), 416);
  EXPECT_FALSE(is_noted(parts));
  EXPECT_EQ(part("bytes=0-3"), 206);
  EXPECT_TRUE(comes_to_be_noted(parts));
}

TEST_F(FileOverTheWire, W214OnlyWhatTheSameAccountHasBroughtIsNamed) {
  const std::string id = brought(sample_pdf(), "a.pdf", "so-noi-vu");
  expect_problem(registered(id), {.status = 400, .type = "unknown-reference", .pointer = "/file"});
  expect_problem(registered(std::string(32, 'a')), {.status = 400, .type = "unknown-reference", .pointer = "/file"});
}

TEST_F(FileOverTheWire, W35RegisteringIsRepeatedAlsoWhenTheUploadIsForgotten) {
  const std::string body = paper(brought(sample_pdf()));
  const HttpHeaders headers = {{"Authorization", bearer_of(port(), kLead, "head")},
                               {"Luuvet-Acting-For", kLead},
                               {"Idempotency-Key", "\"mot-lan\""}};
  const HttpReply first = post("/api/v1/documents", body, headers);
  ASSERT_EQ(first.status, 201) << first.body;
  restart();
  EXPECT_EQ(post("/api/v1/documents", body, headers).body, first.body);
}

TEST_F(FileOverTheWire, W214WhatNobodyNamedGoesAtTheStartAndWhatIsNamedStays) {
  const std::string document = document_with(brought(sample_pdf()));
  brought(sample_png(), "anh.png");
  EXPECT_EQ(stored(), 2U);
  restart();
  EXPECT_EQ(stored(), 1U);
  EXPECT_EQ(get("/api/v1/documents/" + document + "/file").body, sample_pdf());
}

TEST_F(FileOverTheWire, W217SignaturesOfAPdf) {
  const std::string document = document_with(brought(signed_pdf(make_signer("Trần Thị Bình"))));
  const std::string path = "/api/v1/documents/" + document + "/signatures";
  const HttpReply found = get(path);
  ASSERT_EQ(found.status, 200) << found.body;
  EXPECT_NE(found.body.find(R"("signer":"Trần Thị Bình")"), std::string::npos) << found.body;
  EXPECT_NE(found.body.find(R"("intact":true,"covers_all":true,"trust":"not-checked")"), std::string::npos)
      << found.body;
  EXPECT_EQ(get(path).body, found.body);
  const std::string plain = document_with(brought(sample_png(), "anh.png"));
  EXPECT_NE(get("/api/v1/documents/" + plain + "/signatures").body.find(R"("signatures":[])"), std::string::npos);
}

class ErasedFile : public FilesServer {
 protected:
  Ended run(std::vector<std::string> arguments) {
    for (const auto& each : {std::string("--data"), (folder_.path() / "data").string(), std::string("--state"),
                             (folder_.path() / "state").string()})
      arguments.push_back(each);
    return run_luuvet(arguments);
  }
};

TEST_F(ErasedFile, G10ErasingTakesTheBytesAndTheProofsStayValid) {
  const std::string first = document_with(brought(sample_pdf()));
  const Sequence registered = head();
  const std::string second = document_with(brought(sample_pdf(), "ban-sao.pdf"));
  checkpoint();
  ASSERT_EQ(server_->stop(), 0);
  Ended checked = run({"check"});
  EXPECT_EQ(checked.exit_code, 0) << checked.errors;
  EXPECT_NE(checked.output.find("files: 2, "), std::string::npos) << checked.output;
  const Ended erased =
      run({"erase", std::to_string(registered), "--document", "lao-cai-de-an-11", "--reason", "Thông tin cá nhân"});
  ASSERT_EQ(erased.exit_code, 0) << erased.errors;
  EXPECT_EQ(stored(), 1U);
  checked = run({"check"});
  EXPECT_EQ(checked.exit_code, 0) << checked.errors;
  EXPECT_NE(checked.output.find("files: 1, "), std::string::npos) << checked.output;
  start();
  expect_problem(get("/api/v1/documents/" + first + "/file"), {.status = 404, .type = "not-found"});
  EXPECT_EQ(get("/api/v1/documents/" + second + "/file").body, sample_pdf());
}

TEST_F(ErasedFile, CheckSaysWhatIsMissingOrAltered) {
  const std::string id = brought(sample_pdf());
  const std::string document = document_with(id);
  checkpoint();
  ASSERT_EQ(server_->stop(), 0);
  const fs::path path = server::file_path(files(), id);
  server::write_at(server::open_file(path, 1 /* O_WRONLY */), "X", 0);
  Ended checked = run({"check"});
  EXPECT_EQ(checked.exit_code, 1);
  EXPECT_NE(checked.errors.find("is not what was brought"), std::string::npos) << checked.errors;
  fs::remove(path);
  checked = run({"check"});
  EXPECT_EQ(checked.exit_code, 1);
  EXPECT_NE(checked.errors.find(id + " is missing"), std::string::npos) << checked.errors;
  start();
  EXPECT_EQ(get("/api/v1/documents/" + document + "/file").status, 500);
}

}  // namespace
}  // namespace luuvet::test
