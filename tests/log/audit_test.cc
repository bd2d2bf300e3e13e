#include "server/log/audit.h"

#include <gtest/gtest.h>
#include <openssl/evp.h>

#include <cstring>
#include <memory>

#include "api/record_bytes.h"
#include "server/log/memory_event_log.h"
#include "tests/log/records.h"

namespace luuvet::server {
namespace {

using testing::Writer;

// The examples of the signed-note specification and of Go's note package.
constexpr std::string_view kExampleKey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
constexpr std::string_view kExampleNote =
    "This is an example message.\n\n"
    "— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
constexpr std::string_view kNeumannSecret =
    "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
constexpr std::string_view kNeumannKey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
constexpr std::string_view kNeumannText =
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
constexpr std::string_view kNeumannSignature =
    "\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

TEST(SignedNote, OpensTheExampleOfTheSpecification) {
  EXPECT_EQ(open_note(kExampleNote, kExampleKey), "This is an example message.\n");
}

TEST(SignedNote, SignsAsOthersDo) {
  const auto signer = NoteSigner::parse(kNeumannSecret);
  ASSERT_TRUE(signer);
  EXPECT_EQ(signer->verifier_key(), kNeumannKey);
  EXPECT_EQ(signer->to_text(), kNeumannSecret);
  EXPECT_EQ(signer->sign(kNeumannText), std::string(kNeumannText).append(kNeumannSignature));
}

TEST(SignedNote, EveryChangedByteIsRefused) {
  for (std::size_t at = 0; at < kExampleNote.size(); ++at) {
    std::string note(kExampleNote);
    note[at] = static_cast<char>(note[at] ^ 1);
    EXPECT_EQ(open_note(note, kExampleKey), std::nullopt) << at;
  }
  EXPECT_EQ(open_note(kExampleNote, kNeumannKey), std::nullopt);
  EXPECT_EQ(open_note(kExampleNote.substr(0, kExampleNote.size() - 1), kExampleKey), std::nullopt);
  EXPECT_EQ(open_note("", kExampleKey), std::nullopt);
  EXPECT_EQ(open_note("This is an example message.\n\n", kExampleKey), std::nullopt);
}

TEST(SignedNote, SignaturesOfOthersAreIgnored) {
  const NoteSigner other = NoteSigner::generate("witness.example/w1");
  const std::string both =
      std::string(kNeumannText).append(kNeumannSignature) + other.sign(kNeumannText).substr(kNeumannText.size() + 1);
  EXPECT_EQ(open_note(both, kNeumannKey), kNeumannText);
  EXPECT_EQ(open_note(both, other.verifier_key()), kNeumannText);
  EXPECT_EQ(open_note(both, NoteSigner::generate("witness.example/w1").verifier_key()), std::nullopt);
}

TEST(SignedNote, DamagedKeysAreRefused) {
  std::string secret(kNeumannSecret);
  secret[secret.size() - 3] = 'E';
  EXPECT_FALSE(NoteSigner::parse(secret));
  EXPECT_FALSE(NoteSigner::parse(kNeumannKey));
  EXPECT_FALSE(NoteSigner::parse(""));
  EXPECT_THROW(NoteSigner::generate("two words"), std::invalid_argument);
  EXPECT_THROW(NoteSigner::generate(""), std::invalid_argument);
}

class Audit : public ::testing::Test {
 protected:
  void fill(std::size_t count) { Writer(log_).fill(count); }

  MemoryEventLog log_;
  NoteSigner signer_ = NoteSigner::generate("luuvet.local/test/00112233445566aa");
};

// Independent of libsodium, which signed.
bool openssl_verifies(const NoteSigner& signer, std::string_view text, std::string_view signature) {
  const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(
      EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, signer.public_key().data(), signer.public_key().size()),
      EVP_PKEY_free);
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  if (EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) != 1) return false;
  const auto bytes = [](std::string_view view) { return reinterpret_cast<const unsigned char*>(view.data()); };
  return EVP_DigestVerify(context.get(), bytes(signature), signature.size(), bytes(text), text.size()) == 1;
}

TEST_F(Audit, ACheckpointHasThreeLinesAndASignatureThatOpensslVerifies) {
  fill(5);
  const std::string note = checkpoint(signer_, *log_.tree_head());
  const std::string text =
      "luuvet.local/test/00112233445566aa\n5\n" + base64(bytes_of(log_.tree_head()->root())) + "\n";
  const std::string begins = text + "\n— luuvet.local/test/00112233445566aa ";
  ASSERT_TRUE(note.starts_with(begins));
  const auto signature = from_base64(note.substr(begins.size(), note.size() - begins.size() - 1), 68);
  ASSERT_TRUE(signature);
  EXPECT_EQ(hex(signature->substr(0, 4)), signer_.key_id());
  EXPECT_TRUE(openssl_verifies(signer_, text, signature->substr(4)));
  EXPECT_FALSE(openssl_verifies(signer_, text + "x", signature->substr(4)));
}

TEST_F(Audit, ACheckpointIsOpenedAgain) {
  fill(300);
  const auto content = open_checkpoint(checkpoint(signer_, *log_.tree_head()), signer_.verifier_key());
  ASSERT_TRUE(content);
  EXPECT_EQ(content->origin, signer_.name());
  EXPECT_EQ(content->size, 300u);
  EXPECT_EQ(content->root, log_.tree_head()->root());
  EXPECT_FALSE(open_checkpoint(signer_.sign("origin\n007\nroot\n"), signer_.verifier_key()));
}

TEST_F(Audit, AnEmptyLogHasACheckpoint) {
  const std::string note = checkpoint(signer_, *log_.tree_head());
  EXPECT_TRUE(
      note.starts_with("luuvet.local/test/00112233445566aa\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n"));
}

TEST(TilePaths, AreSpelledAsTheSpecificationSays) {
  const std::vector<std::pair<std::string, TilePath>> spelled = {
      {"0/000", {false, {0, 0}, 256}},           {"0/x001/x234/067", {false, {0, 1234067}, 256}},
      {"0/273.p/112", {false, {0, 273}, 112}},   {"2/000.p/1", {false, {2, 0}, 1}},
      {"63/x001/000", {false, {63, 1000}, 256}}, {"entries/x001/x234/067.p/255", {true, {0, 1234067}, 255}},
  };
  for (const auto& [text, path] : spelled) {
    EXPECT_EQ(parse_tile_path(text), path) << text;
    EXPECT_EQ(tile_path(path), text);
  }
}

TEST(TilePaths, OtherSpellingsAreRefused) {
  for (const char* text : {"",
                           "0",
                           "0/",
                           "/000",
                           "00/000",
                           "64/000",
                           "-1/000",
                           "0/0",
                           "0/00",
                           "0/0000",
                           "0/x000/001",
                           "0/001/001",
                           "0/x001/x067",
                           "0/x1/067",
                           "0/000.p/0",
                           "0/000.p/256",
                           "0/000.p/01",
                           "0/000.p/",
                           "0/000.p",
                           "0/000/",
                           "0/000.p/1/",
                           "0/000.p/1.p/1",
                           "entries",
                           "entries/",
                           "entries/0/000",
                           "0/x001/x234/x567/x890/x123/x456/x789/000",
                           "0/ 000",
                           "0/0a0"}) {
    EXPECT_EQ(parse_tile_path(text), std::nullopt) << text;
  }
}

TEST_F(Audit, ServesEveryTileOfTheTreeAndNoOther) {
  fill(600);
  TreeView view(log_);
  const auto hashes = [&](const char* path) { return tile(view, *parse_tile_path(path)).value_or("").size() / 32; };
  EXPECT_EQ(hashes("0/000"), 256u);
  EXPECT_EQ(hashes("0/001"), 256u);
  EXPECT_EQ(hashes("0/002.p/88"), 88u);
  EXPECT_EQ(hashes("1/000.p/2"), 2u);
  EXPECT_EQ(hashes("0/001.p/17"), 17u);  // of a checkpoint before
  for (const char* path :
       {"0/002", "0/002.p/89", "0/003.p/1", "1/000", "1/000.p/3", "2/000.p/1", "63/000.p/1", "0/x001/000"}) {
    EXPECT_EQ(hashes(path), 0u) << path;
  }
}

TEST_F(Audit, BundlesHoldTheLeavesWhoseHashesTheTilesHold) {
  fill(600);
  TreeView view(log_);
  for (const char* index : {"000", "001", "002.p/88"}) {
    const auto bundle = entry_bundle(log_, view.head(), *parse_tile_path(std::string("entries/") + index));
    const auto hashes = tile(view, *parse_tile_path(std::string("0/") + index));
    ASSERT_TRUE(bundle && hashes);
    std::string computed;
    for (std::size_t at = 0; at < bundle->size();) {
      const std::size_t length =
          static_cast<std::uint8_t>((*bundle)[at]) * 256u + static_cast<std::uint8_t>((*bundle)[at + 1]);
      computed += bytes_of(hash_leaf(std::string_view(*bundle).substr(at + 2, length)));
      at += 2 + length;
    }
    EXPECT_EQ(computed, *hashes);
    EXPECT_EQ(bundle->find("\"open\":"), std::string::npos);
  }
  EXPECT_EQ(entry_bundle(log_, view.head(), *parse_tile_path("entries/002")), std::nullopt);
  EXPECT_EQ(entry_bundle(log_, view.head(), *parse_tile_path("entries/002.p/89")), std::nullopt);
  EXPECT_EQ(entry_bundle(log_, view.head(), *parse_tile_path("entries/003.p/1")), std::nullopt);
  EXPECT_EQ(entry_bundle(log_, view.head(), *parse_tile_path("entries/x999/x999/x999/x999/x999/999")), std::nullopt);
}

// Reads the proof as a stranger would, by its lines.
TEST_F(Audit, AProofCarriesEverythingThatItsReaderNeeds) {
  fill(300);
  TreeView view(log_);
  const std::string note = checkpoint(signer_, view.head());
  const std::string proof = inclusion_proof(view, 7, 300, note);
  ASSERT_TRUE(proof.starts_with("c2sp.org/tlog-proof@v1\nindex 6\n"));
  const std::size_t blank = proof.find("\n\n");
  std::vector<Hash> hashes;
  for (std::size_t at = std::strlen("c2sp.org/tlog-proof@v1\nindex 6\n"); at < blank; at += 45) {
    const auto hash = hash_from_base64(std::string_view(proof).substr(at, 44));
    ASSERT_TRUE(hash);
    hashes.push_back(*hash);
  }
  const auto content = open_checkpoint(std::string_view(proof).substr(blank + 2), signer_.verifier_key());
  ASSERT_TRUE(content);
  EXPECT_TRUE(verify_inclusion(hash_leaf(api::leaf_of(*log_.read(7))), 6, content->size, hashes, content->root));
}

TEST_F(Audit, ProvesARecordInATreeThatHasGrownSince) {
  fill(300);
  const std::string note = checkpoint(signer_, *log_.tree_head());
  TreeView before(log_);
  const std::string proof = inclusion_proof(before, 300, 300, note);
  fill(300);
  TreeView after(log_);
  EXPECT_EQ(inclusion_proof(after, 300, 300, note), proof);
}

TEST_F(Audit, ATreeOfOneRecordHasAProofWithoutHashes) {
  fill(1);
  TreeView view(log_);
  EXPECT_EQ(inclusion_proof(view, 1, 1, "checkpoint\n"), "c2sp.org/tlog-proof@v1\nindex 0\n\ncheckpoint\n");
}

}  // namespace
}  // namespace luuvet::server
