// Certificates made while a test runs: self-signed, for localhost, ECDSA on P-256.
#pragma once

#include <filesystem>
#include <string>

namespace luuvet::test {

struct Certificate {
  std::filesystem::path certificate, key;  // PEM
};

// Writes cert.pem and key.pem into the folder, over those that are there. Throws std::runtime_error.
Certificate write_certificate(const std::filesystem::path& folder, const std::string& common_name = "localhost");

}  // namespace luuvet::test
