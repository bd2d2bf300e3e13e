import type { Text } from "../vi";
import { board } from "./board";
import { commands } from "./commands";
import { frame } from "./frame";
import { history } from "./history";
import { registers } from "./registers";
import { task } from "./task";
import { work } from "./work";

export const en: Text = { ...frame, ...work, board, task, commands, history, registers };
