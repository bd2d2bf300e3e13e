#include "server/log/hash.h"

#include <openssl/evp.h>
#include <sodium.h>

#include <cstring>
#include <memory>
#include <stdexcept>

namespace luuvet::server {
namespace {

struct FreeContext {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

// One context a thread: looking the algorithm up costs three times as much as hashing a tree node.
EVP_MD_CTX* thread_context() {
  static EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  thread_local const std::unique_ptr<EVP_MD_CTX, FreeContext> context{EVP_MD_CTX_new()};
  if (EVP_DigestInit_ex2(context.get(), algorithm, nullptr) != 1) throw std::runtime_error("SHA-256 is not available");
  return context.get();
}

std::string to_base64(std::string_view bytes, int variant) {
  std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
  sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                    variant);
  text.pop_back();  // the terminating zero
  return text;
}

}  // namespace

Hash sha256(std::initializer_list<std::string_view> pieces) {
  EVP_MD_CTX* const context = thread_context();
  for (const std::string_view piece : pieces) EVP_DigestUpdate(context, piece.data(), piece.size());
  Hash hash;
  if (EVP_DigestFinal_ex(context, hash.data(), nullptr) != 1) throw std::runtime_error("SHA-256 failed");
  return hash;
}

std::string_view bytes_of(const Hash& hash) {
  return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

std::string base64(std::string_view bytes) {
  return to_base64(bytes, sodium_base64_VARIANT_ORIGINAL);
}
std::string base64_url(std::string_view bytes) {
  return to_base64(bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

std::string hex(std::string_view bytes) {
  std::string text(bytes.size() * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  text.pop_back();
  return text;
}

std::optional<std::string> from_base64(std::string_view text, std::size_t size) {
  std::string bytes(size, '\0');
  std::size_t written = 0;
  const int result = sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                                       text.size(), nullptr, &written, nullptr, sodium_base64_VARIANT_ORIGINAL);
  // Encoded again, since several spellings may decode to the same bytes.
  if (result != 0 || written != size || base64(bytes) != text) return std::nullopt;
  return bytes;
}

std::optional<std::string> from_hex(std::string_view text, std::size_t size) {
  std::string bytes(size, '\0');
  std::size_t written = 0;
  const int result = sodium_hex2bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                                    text.size(), nullptr, &written, nullptr);
  if (result != 0 || written != size || hex(bytes) != text) return std::nullopt;
  return bytes;
}

std::optional<Hash> hash_from_base64(std::string_view text) {
  const std::optional<std::string> bytes = from_base64(text, sizeof(Hash));
  if (!bytes) return std::nullopt;
  Hash hash;
  std::memcpy(hash.data(), bytes->data(), hash.size());
  return hash;
}

}  // namespace luuvet::server
