// The page of what rests on a document.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "api/query_string.h"
#include "api/reads/read.h"
#include "domain/people/readers.h"
#include "projections/citations.h"

namespace luuvet::api {

// `kind`: the name of an aggregate.
std::optional<Aggregate> kind_of_record(Query& query);

// {sequence, time, type, subject, actor, agency, capacity, by, act, withheld}: `by` are the members of the data that
// name the document. Nothing of what is protected.
void write_document_act(std::string& out, const Recorded& recorded, std::string_view record, const DocumentId& document,
                        const Sight& sight);

// A list of such items with `kinds`: how many acts of each kind there are in all, the most first.
std::string document_acts_body(const std::vector<std::string>& items, const std::vector<projections::CitedBy>& kinds,
                               const ListHead& head);

}  // namespace luuvet::api
