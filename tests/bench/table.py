"""The rounds as one table: medians, and ratios that are formed inside each round."""

from statistics import median

from goals import GOALS, meets


def _figure(value, unit):
    return f"{value:,.0f} {unit}" if value >= 100 else f"{value:.2f} {unit}"


def _verdict(goal, value):
    if goal.reach is not None and meets(goal, value, goal.reach):
        return "reached"
    return "met" if meets(goal, value, goal.must) else "MISSED"


def _row(goal, rounds):
    rounds = [found for found in rounds if goal.figure in found and (goal.anchor is None or goal.anchor in found)]
    if not rounds:
        return (str(goal.number), goal.what, "-", goal.anchor_name, "-", "-", "", "", "not measured")
    values = [found[goal.figure] for found in rounds]
    ratios = [found[goal.figure] / found[goal.anchor] if goal.anchor else found[goal.figure] for found in rounds]
    anchor = _figure(median(found[goal.anchor] for found in rounds), goal.unit) if goal.anchor else ""
    reach = f"{goal.sense} {goal.reach}" if goal.reach is not None else ""
    return (str(goal.number), goal.what, _figure(median(values), goal.unit), goal.anchor_name, anchor,
            f"{median(ratios):.2f} ({min(ratios):.2f}-{max(ratios):.2f})", f"{goal.sense} {goal.must}", reach, _verdict(goal, median(ratios)))


def render(rounds):
    """Lines of the table for a list of rounds, each a dict from name to figure."""
    rows = [("#", "what", "ours", "beside", "its figure", "ratio, median (min-max)", "must", "reach", "")]
    rows += [_row(goal, rounds) for goal in GOALS]
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in rows]
