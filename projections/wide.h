// An integer that holds the product of two amounts.
#pragma once

namespace luuvet::projections {

__extension__ typedef __int128 Wide;

}  // namespace luuvet::projections
