"""What the desk's page is asked, as script: ``web/src/desk/index.ts`` answers."""

OPEN = "given => window.coursekitDesk.open(...given).then(() => null, (error) => error?.message ?? `${error}`)"
ADD = "files => Promise.all(files.map(one => window.coursekitDesk.add(...one)))"
# The page forgets what `next` returned: a promise that is not fulfilled in time is kept for the next call.
NEXT = """async ([most, wait]) => {
  window.asked ??= window.coursekitDesk.next(most);
  const got = await Promise.race([window.asked, new Promise((then) => setTimeout(then, wait, null))]);
  if (got) window.asked = undefined;
  return got;
}"""
MARKS = """files => {
  try {
    const { hand, late, notes, text } = window.coursekitDesk.marks(files);
    Object.assign(window, { hand, late, notes });
    return { n: hand.length + (late ? 1 : 0), text };
  } catch (error) {
    return { error: error?.message ?? `${error}` };
  }
}"""
SHEETS = """() => window.coursekitDesk.sheets(window.graded, window.hand, window.late)
  .filter((sheet) => sheet.name !== "results.jsonl")"""
WARNINGS = """() => [
  ...(window.notes ?? []), ...window.coursekitDesk.warnings(window.graded, window.hand, window.late)
]"""
