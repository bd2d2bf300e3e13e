// Commands on posts and accounts.

import type { Account, Committee, Holding, Post, Role } from "../../api/types";
import { formatDay, todayInVietnam } from "../../format/date";
import { t } from "../../i18n";
import { searchText } from "../../meaning/fold";
import type { PeopleCommandId } from "../../meaning/command-ids";
import type { CommandSpec, FieldSpec, FormValues, Option } from "../spec";

const words = t.people.fields;
const admin = t.people.admin;

// Every role but that of who holds no post.
const roleOptions = Object.entries(t.people.roles).map(([value, label]) => ({ value, label }));
const areaOptions = Object.entries(t.area).map(([value, label]) => ({ value, label }));
const capacityOptions = (["direct", "deputy", "clerk", "by-order", "by-mandate"] as const).map((value) => ({
  value,
  label: t.people.capacities[value],
}));

const ofCommittee: readonly (Role | "")[] = ["committee-member", "committee-head", "standing-agency"];
const roleIn = (values: FormValues, roles: readonly string[]): boolean => roles.includes(String(values["role"] ?? ""));

function postFields(committees: readonly Committee[]): FieldSpec[] {
  const options = committees.map((committee) => ({ value: committee.id, label: committee.name }));
  return [
    { name: "title", kind: "line", label: words.title, required: true },
    { name: "role", kind: "select", label: words.role, required: true, options: roleOptions },
    { name: "agency", kind: "agency", label: words.agency, required: true },
    {
      name: "committee",
      kind: "select",
      label: words.committee,
      hint: admin.committeeHint,
      options,
      when: (values) => roleIn(values, ofCommittee),
    },
    { name: "areas", kind: "choices", label: words.areas, hint: admin.areasHint, options: areaOptions, when: (values) => roleIn(values, ["deputy"]) },
    { name: "pillar", kind: "line", label: words.pillar, when: (values) => roleIn(values, ["officer"]) },
    { name: "sponsor", kind: "agency", label: words.sponsor, hint: admin.sponsorHint, when: (values) => roleIn(values, ["outside-lead"]) },
  ];
}

function spec(id: PeopleCommandId, path: string, subject: string, fields: readonly FieldSpec[], initial: FormValues): CommandSpec {
  return { id, title: t.commands.names[id], fields, initial, path, subject, subjects: [subject], basedOn: undefined };
}

export function registerPostSpec(committees: readonly Committee[]): CommandSpec {
  const initial = { title: "", role: "officer", agency: null, committee: "", areas: [], pillar: "", sponsor: null };
  return spec("register-post", "/posts", "post/", postFields(committees), initial);
}

export function amendPostSpec(post: Post, committees: readonly Committee[]): CommandSpec {
  const { title, role, agency, areas, sponsor } = post;
  const initial = { title, role, agency, committee: post.committee ?? "", areas, pillar: post.pillar ?? "", sponsor, reason: "" };
  const reason: FieldSpec = { name: "reason", kind: "text", label: words.reason, rows: 2 };
  const fields = [...postFields(committees), reason];
  return {
    ...spec("amend-post", `/posts/${post.id}/amend`, `post/${post.id}`, fields, initial),
    basedOn: post.sequence,
    beside: ["reason"],
  };
}

// Nobody grants to oneself, and a closed account holds nothing.
export function accountOptions(accounts: readonly Account[], self: string | undefined): Option[] {
  const open = accounts.filter((account) => account.kind !== null && !account.closed && account.id !== self);
  return open.map((account) => {
    const label = account.name ?? account.id;
    return { value: account.id, label: account.username ? `${label} (${account.username})` : label, text: searchText([label, account.username]) };
  });
}

export function fillPostSpec(post: Post, accounts: readonly Option[]): CommandSpec {
  const fields: FieldSpec[] = [
    { name: "account", kind: "select", label: words.account, required: true, options: accounts },
    { name: "from", kind: "date", label: words.from, required: true },
    { name: "to", kind: "date", label: words.to },
    { name: "capacity", kind: "select", label: words.capacity, hint: admin.capacityOfPost, options: capacityOptions },
    { name: "document", kind: "document", label: words.document },
  ];
  const initial = { account: "", from: formatDay(todayInVietnam()), to: "", capacity: "", document: null };
  return spec("fill-post", `/posts/${post.id}/fill`, `post/${post.id}`, fields, initial);
}

// Somebody of the agency stands in for the holder, until a last day, by a document.
export function delegateSpec(post: Post, today: string): CommandSpec {
  const capacities = capacityOptions.filter((one) => one.value === "by-order" || one.value === "by-mandate");
  const fields: FieldSpec[] = [
    { name: "account", kind: "person", label: t.inside.delegation.who, required: true },
    { name: "capacity", kind: "choice", label: t.inside.delegation.capacity, required: true, options: capacities },
    { name: "from", kind: "date", label: words.from, required: true },
    { name: "to", kind: "date", label: words.to, required: true },
    { name: "document", kind: "document", label: words.document, required: true },
  ];
  const initial = { account: null, capacity: "by-order", from: today, to: "", document: null };
  return { ...spec("fill-post", `/posts/${post.id}/fill`, `post/${post.id}#delegation`, fields, initial), subjects: [`post/${post.id}`], title: t.inside.delegation.add };
}

export function vacatePostSpec(post: Post, holding: Holding): CommandSpec {
  const fields: FieldSpec[] = [
    { name: "account", kind: "fixed", label: words.account, value: holding.account },
    { name: "on", kind: "date", label: words.on, required: true },
    { name: "document", kind: "document", label: words.document },
  ];
  return spec("vacate-post", `/posts/${post.id}/vacate`, `post/${post.id}`, fields, { on: formatDay(todayInVietnam()), document: null });
}

export function openAccountSpec(): CommandSpec {
  const kinds = [
    { value: "person", label: admin.person },
    { value: "machine", label: admin.machine },
  ];
  const fields: FieldSpec[] = [
    { name: "name", kind: "line", label: t.people.account.name, required: true },
    { name: "username", kind: "line", label: t.people.account.username, hint: admin.usernameHint, required: true },
    { name: "email", kind: "line", label: t.people.account.email },
    { name: "kind", kind: "choice", label: words.kind, required: true, options: kinds },
  ];
  return spec("open-account", "/accounts", "account/", fields, { name: "", username: "", email: "", kind: "person" });
}

export function issueTokenSpec(account: Account): CommandSpec {
  const scopes = [
    { value: "read", label: admin.read },
    { value: "write", label: admin.write },
  ];
  const fields: FieldSpec[] = [
    { name: "label", kind: "line", label: words.label, required: true },
    { name: "expires_on", kind: "date", label: words.expires, hint: admin.expiresHint, required: true },
    { name: "scope", kind: "choice", label: words.scope, required: true, options: scopes },
  ];
  const initial = { label: "", expires_on: "", scope: "read" };
  return spec("issue-token", `/accounts/${account.id}/issue-token`, `account/${account.id}`, fields, initial);
}
