// What an inspector takes away over HTTP proves itself.
#include <sstream>

#include "tests/server/proof.h"
#include "tests/server/running_server.h"

namespace luuvet::test {
namespace {

class Audit : public RunningServer {
 protected:
  // The verifier's key stands in the first record.
  std::string verifier_key() {
    const HttpReply first = get("/api/v1/events?limit=1&after=0");
    const Json json(first.body);
    return std::string(json.root().at(0)["data"]["public_key"].get_string().value());
  }
  server::CheckpointContent opened(const std::string& note) {
    const auto content = server::open_checkpoint(note, verifier_key());
    if (!content) ADD_FAILURE() << "not signed by the log's key:\n" << note;
    return content.value_or(server::CheckpointContent{});
  }
  Proof proof(Sequence sequence) { return parse_proof(get("/audit/proof/" + std::to_string(sequence)).body); }
  std::vector<std::string> records() {
    std::vector<std::string> all;
    for (bool more = true; more;) {
      const std::string target = "/api/v1/events?limit=1000&after=" + std::to_string(all.size());
      std::istringstream lines(get(target, {{"Accept", "application/x-ndjson"}}).body);
      more = false;
      for (std::string line; std::getline(lines, line); more = true) all.push_back(line);
    }
    return all;
  }
};

TEST_F(Audit, W80EveryRecordProvesItselfAgainstTheCheckpoint) {
  done(std::string(kTaskPath) + "/report-progress", R"({"percent":30,"result":"Đã làm"})");
  const auto checked = opened(checkpoint());
  const std::vector<std::string> all = records();
  ASSERT_EQ(checked.size, all.size());
  const std::string key = verifier_key();
  for (Sequence sequence = 1; sequence <= all.size(); sequence += 1 + sequence / 7) {
    const Proof one = proof(sequence);
    EXPECT_EQ(one.index, sequence - 1);
    EXPECT_EQ(opened(one.checkpoint).root, checked.root);
    EXPECT_TRUE(proves(one, all[sequence - 1], key)) << sequence;
  }
  std::string altered = all.back();
  altered[altered.find("\"percent\":30") + 10] = '9';
  EXPECT_TRUE(proves(proof(all.size()), all.back(), key));
  EXPECT_FALSE(proves(proof(all.size()), altered, key));
}

TEST_F(Audit, W80TilesAndEntriesAreTheLeaves) {
  checkpoint();
  const std::vector<std::string> all = records();
  const HttpReply tile = get("/audit/tile/0/000");
  ASSERT_EQ(tile.body.size(), 256u * 32);
  EXPECT_EQ(tile.header("cache-control"), "public, max-age=31536000, immutable");
  const HttpReply entries = get("/audit/tile/entries/000");
  std::size_t at = 0;
  for (std::size_t i = 0; i < 256; ++i) {
    const auto byte = [&](std::size_t place) { return static_cast<unsigned char>(entries.body.at(place)); };
    const std::size_t size = byte(at) * 256u + byte(at + 1);
    const std::string leaf = entries.body.substr(at + 2, size);
    EXPECT_EQ(tile.body.substr(i * 32, 32), server::bytes_of(server::hash_leaf(leaf)));
    EXPECT_EQ(server::hash_leaf(leaf), server::hash_leaf_of(all[i]));
    at += 2 + size;
  }
  EXPECT_EQ(at, entries.body.size());
  const std::size_t width = all.size() % 256;
  const std::string partial = server::tile_path({false, {0, all.size() / 256}, static_cast<unsigned>(width)});
  EXPECT_EQ(get("/audit/tile/" + partial).body.size(), width * 32);
}

TEST_F(Audit, W80WhatTheTreeDoesNotHoldIsNotThere) {
  const std::string beyond = std::to_string(head() + 1);
  for (const char* target :
       {"/audit/proof/0", "/audit/proof/01", "/audit/proof/-1", "/audit/proof/x",
        "/audit/proof/99999999999999999999999", "/audit/tile/0/0", "/audit/tile/0/999", "/audit/tile/64/000",
        "/audit/tile/0/000.p/0", "/audit/tile/0/000.p/256", "/audit/tile/0/x000/000", "/audit/tile/entries/999",
        "/audit/tile/0/x999/x999/x999/x999/x999/999", "/audit/tile/entries/x999/x999/x999/x999/x999/999",
        "/audit/tile/../checkpoint", "/audit/tile/7/000"})
    expect_problem(get(target), {404, "not-found"});
  expect_problem(get("/audit/proof/" + beyond), {404, "not-found"});
}

// What was signed before is the beginning of what is signed after.
TEST_F(Audit, W80TheTreeOnlyGrows) {
  const auto before = opened(checkpoint());
  const Proof old = proof(17);
  for (int i = 0; i < 40; ++i) done(std::string(kTaskPath) + "/comment", R"({"text":"a"})");
  const auto after = opened(checkpoint());
  EXPECT_EQ(after.size, before.size + 40);
  EXPECT_EQ(after.origin, before.origin);
  const std::vector<std::string> all = records();
  EXPECT_EQ(opened(old.checkpoint).size, before.size);
  EXPECT_TRUE(proves(old, all[16], verifier_key()));
  EXPECT_TRUE(proves(proof(17), all[16], verifier_key()));
}

}  // namespace
}  // namespace luuvet::test
