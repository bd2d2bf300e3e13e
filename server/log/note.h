// Signed notes (c2sp.org/signed-note) with Ed25519 keys: what the log's checkpoints are.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace luuvet::server {

// Signs under a name. Keeps the secret; copies of it are wiped when they die.
class NoteSigner {
 public:
  // A new random key. `name` is not empty and has neither spaces nor "+".
  static NoteSigner generate(std::string name);
  // The line of to_text(); nothing if it is none, or its key id is not that of its name and key.
  static std::optional<NoteSigner> parse(std::string_view text);

  NoteSigner(const NoteSigner&) = default;
  NoteSigner(NoteSigner&&) = default;
  NoteSigner& operator=(const NoteSigner&) = default;
  NoteSigner& operator=(NoteSigner&&) = default;
  ~NoteSigner();

  const std::string& name() const { return name_; }
  const std::array<std::uint8_t, 32>& public_key() const { return public_key_; }
  std::string key_id() const;        // 8 hex digits
  std::string verifier_key() const;  // "<name>+<key id>+<base64>", for whoever verifies
  std::string to_text() const;       // "PRIVATE+KEY+<name>+<key id>+<base64>", the form of Go's note package: secret

  // The note: `text`, which ends in a newline, and its signature. Any thread.
  std::string sign(std::string_view text) const;

 private:
  NoteSigner(std::string name, const std::array<std::uint8_t, 32>& seed);

  std::string name_;
  std::array<std::uint8_t, 32> public_key_{};
  std::array<std::uint8_t, 64> secret_key_{};  // seed, then public key
};

// The text of a note whose signature by `verifier_key` is there and right; signatures of others are ignored.
std::optional<std::string> open_note(std::string_view note, std::string_view verifier_key);

}  // namespace luuvet::server
