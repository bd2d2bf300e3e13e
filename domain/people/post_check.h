// What a post must be (P14), whether people register it or the import does.
#pragma once

#include <string>

#include "domain/body_check.h"
#include "domain/people/post.h"

namespace luuvet {

// `prefix` stands before the pointers: "/set".
void check_post(BodyCheck& check, const std::string& prefix, const Post& post);

}  // namespace luuvet
