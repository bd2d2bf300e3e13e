// What keeps a figure from being taken, sent on or approved: numbers that cannot be (X72), checks that are errors (X09,
// X70), questions that nobody has answered (X08, X71).
#pragma once

#include <optional>
#include <string>

#include "domain/figures/figure_checks.h"
#include "domain/figures/submitting.h"

namespace luuvet {

// What the figure is about to become. Sent on, every question wants its explanation; as a draft a jump alone does. Who
// approves or verifies decides on what was explained.
enum class FigureMoment : std::uint8_t { kDraft, kSentOn, kDecided };

// `comment`: what explains it. Places are those of a body with the figure, but "/kind" where it is decided on or was
// `entered` before: then the sentence names the indicator. None of a missing figure.
std::optional<Rejection> figure_fault(const World& world, const Submitting& at, FigureKind kind, const Figure& figure,
                                      const std::optional<std::string>& comment, FigureMoment moment,
                                      bool entered = false);

// Whether the words explain anything: at least three characters, one of them a letter.
bool explains(const std::optional<std::string>& comment);

// A finding that wants an explanation: any but that of what is counted (X63).
bool asks(const Finding& finding);

}  // namespace luuvet
