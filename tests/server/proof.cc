#include "tests/server/proof.h"

#include <sstream>
#include <stdexcept>

namespace luuvet::test {

Proof parse_proof(const std::string& text) {
  std::istringstream lines(text);
  std::string line;
  std::getline(lines, line);
  if (line != "c2sp.org/tlog-proof@v1") throw std::runtime_error("not a proof: " + text);
  std::getline(lines, line);
  Proof proof;
  proof.index = std::stoull(line.substr(std::string_view("index ").size()));
  while (std::getline(lines, line) && !line.empty()) proof.hashes.push_back(server::hash_from_base64(line).value());
  proof.checkpoint = text.substr(static_cast<std::size_t>(lines.tellg()));
  return proof;
}

bool proves(const Proof& proof, std::string_view record, std::string_view verifier_key) {
  const auto checkpoint = server::open_checkpoint(proof.checkpoint, verifier_key);
  return checkpoint && server::verify_inclusion(server::hash_leaf_of(record), proof.index, checkpoint->size,
                                                proof.hashes, checkpoint->root);
}

}  // namespace luuvet::test
