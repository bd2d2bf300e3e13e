import { board } from "./board";
import { commands } from "./commands";
import { frame } from "./frame";
import { history } from "./history";
import { registers } from "./registers";
import { task } from "./task";
import { work } from "./work";

export const vi = { ...frame, ...work, board, task, commands, history, registers };

export type Text = typeof vi;
