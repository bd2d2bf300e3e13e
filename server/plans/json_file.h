// Small files of JSON beside the log: written whole or not at all.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>

#include "api/json/json_object.h"
#include "api/json/json_read.h"

namespace luuvet::server {

// Thrown by both: std::runtime_error, std::filesystem::filesystem_error.
std::string load_file(const std::filesystem::path& path);
void save_file(const std::filesystem::path& path, std::string_view bytes);

template <class T>
void save_json(const std::filesystem::path& path, const T& value) {
  std::string body;
  api::JsonObject(body).members(value);
  save_file(path, body);
}

template <class T>
T load_json(const std::filesystem::path& path) {
  api::ondemand::parser parser;
  const simdjson::padded_string padded(load_file(path));
  auto read = api::read_json<api::Missing::kDefault, T>(parser, padded);
  if (!read) throw std::runtime_error("import: " + path.filename().string() + " is damaged");
  return std::move(read).value();
}

}  // namespace luuvet::server
