// A stream of elements out of a part of an Office file. No DTD, no entities but the five, no tree.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/tables/package.h"

namespace luuvet::server {

// Names are local: without their namespace.
class Attributes {
 public:
  explicit Attributes(const char** pairs) : pairs_(pairs) {}
  std::optional<std::string_view> find(std::string_view name) const;
  // "" where there is none.
  std::string_view get(std::string_view name) const { return find(name).value_or(""); }

 private:
  const char** pairs_;
};

class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void start(std::string_view name, const Attributes& attributes) = 0;
  virtual void end(std::string_view name) = 0;
  virtual void text(std::string_view piece) = 0;
};

// Throws TableFault: what the part or the handler finds wrong.
void read_xml(Package& package, const std::string& part, const TableLimits& limits, XmlHandler& handler);

// 0 where the text is no number.
std::size_t number_in(std::string_view text);

}  // namespace luuvet::server
