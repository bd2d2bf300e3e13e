import { access } from "./access";
import { amendment } from "./amendment";
import { approvals } from "./approvals";
import { board } from "./board";
import { bodies } from "./bodies";
import { commands } from "./commands";
import { counted } from "./counted";
import { fanout } from "./fanout";
import { files } from "./files";
import { frame } from "./frame";
import { history } from "./history";
import { indicators } from "./indicators";
import { inside } from "./inside";
import { contradictions, doubtWork, links } from "./links";
import { money } from "./money";
import { people } from "./people";
import { plans } from "./plans";
import { print } from "./print";
import { records } from "./records";
import { registers } from "./registers";
import { submissions } from "./submissions";
import { tables } from "./tables";
import { task } from "./task";
import { treasury } from "./treasury";
import { work } from "./work";

export const vi = { ...frame, ...work, access, amendment, approvals, board, bodies, task, commands, counted, files, history, inside, people, print, registers, contradictions, doubtWork, links, fanout, tables, plans, records, indicators, submissions, money, treasury };

export type Text = typeof vi;
