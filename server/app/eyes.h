// What somebody may see: by today's rights, whatever moment is shown. Shared by all that is rendered for one request,
// on any thread.
#pragma once

#include <memory>

#include "server/app/identity.h"
#include "server/engine/engine.h"

namespace luuvet::server {

struct Eyes {
  ViewsPtr today;
  Reader reader;
  ProfilesPtr profiles;
  AccountId self;
  projections::Thresholds thresholds = {};
  bool reads_profiles = false;  // administrators
  bool reads_names = false;     // who holds a post that is not of the public
  bool inspects = false;        // inspectors

  bool reads_access_log() const { return reads_profiles || inspects; }

  Sight sight() const { return {reader, today->world}; }
};
using EyesPtr = std::shared_ptr<const Eyes>;

// Whether a post lets its holder know other accounts by name.
bool reads_names(const Grant& grant);

EyesPtr eyes_of(const ActorId& account, ViewsPtr today, ProfilesPtr profiles, Date date,
                const projections::Thresholds& thresholds = {});

// `eyes` is kept by what is returned.
api::ProfileOf profile_of(EyesPtr eyes);

}  // namespace luuvet::server
