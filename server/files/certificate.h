// The signer's certificate out of a signature (CMS, DER).
#pragma once

#include <filesystem>
#include <string_view>

#include "server/files/pdf_signatures.h"

namespace luuvet::server {

// Fills subject, issuer, serial, validity and trust; leaves them as they are where the bytes hold no certificate of the
// signer. `roots`: certificates in PEM; empty: none.
void add_certificate(PdfSignature& signature, std::string_view der, const std::filesystem::path& roots);

}  // namespace luuvet::server
