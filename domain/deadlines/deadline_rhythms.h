// Rhythms: "Hằng năm", "Định kỳ 6 tháng, hằng năm", "2 lần/năm", "trước ngày 25 hằng tháng".
#pragma once

#include <vector>

#include "domain/deadlines/deadline.h"
#include "domain/deadlines/deadline_words.h"

namespace luuvet::deadline_text {

// Takes as many rhythms as stand at the cursor, in printed order, none twice; empty and untouched when there is none.
std::vector<Rhythm> take_rhythms(WordCursor& cursor);

}  // namespace luuvet::deadline_text
