// An indicator as it stands, and through time.
#pragma once

#include "api/views/view_codec.h"

namespace luuvet::api {

// IndicatorDefinition of openapi.yaml.
void write_definition(std::string& out, const IndicatorDefinition& definition, bool in_force);

// IndicatorSeries of openapi.yaml, without what every answer says beside.
std::string series_body(const ViewContext& context, std::string_view log, const RegisterState<Indicator>& row);

}  // namespace luuvet::api
