// What in a hand-in's code no answer needs and an attempt on the grader does: for a person to look at. It decides no mark.
import { say } from "../../shared/words";
import type { Entry } from "../files/answer_key";
import type { SubmittedCode } from "../files/submission";
import type { Marked } from "../types";

const PATTERNS: [RegExp, string][] = [
  [
    /\b_getframe\b|\bcurrentframe\b|\binspect\s*\.\s*(stack|trace|getouterframes)\b|\bf_(back|locals|globals|builtins)\b|\btb_frame\b|\bgi_frame\b/,
    "frames",
  ],
  [/\bget_(objects|referrers|referents)\b|__subclasses__/, "objects"],
  [/__code__|__globals__|__closure__|__builtins__|\bCodeType\b|\bctypes\b/, "insides"],
  [/\b(import|from)\s+builtins\b|\bbuiltins\s*\./, "builtins"],
  [
    /\bsys\s*\.\s*(modules|meta_path|path_hooks)\b|\bset(trace|profile)\b|\b(import|from)\s+importlib\b|\b(json|math|random|sys|copy|itertools|functools|np|pd|numpy|pandas)\s*\.\s*[\w.]+\s*=[^=]/,
    "modules",
  ],
  [/\b(import|from)\s+coursekit\b|\bcoursekit\s*\.\s*(exercise|live|classroom)\b/, "grader"],
  [/\b(import|from)\s+(js|pyodide|pyodide_js|_pyodide|_pyodide_core)\b|\bpostMessage\b/, "page"],
  [
    /\b(import|from)\s+(socket|ssl|urllib|http|requests|asyncio|ftplib|smtplib|telnetlib|xmlrpc)\b|\bpyfetch\b|\bopen_url\b/,
    "network",
  ],
  [
    /(?<![.\w])open\s*\(|\b(import|from)\s+(pathlib|shutil|glob|tempfile|zipfile|fileinput)\b|\bos\s*\.\s*(listdir|walk|scandir|environ|remove|unlink)\b/,
    "files",
  ],
  [
    /\b(import|from)\s+(threading|_thread|multiprocessing|subprocess|signal|atexit|concurrent)\b|\bos\s*\.\s*(system|popen|_exit|kill|fork)\b/,
    "processes",
  ],
  [/(?<![.\w])(eval|exec|compile|__import__)\s*\(/, "exec"],
];
/** Of these an honest answer may have some use; the others it never has. */
const MILD = new Set(["exec", "files"]);
// Text first, so that a "#" in it begins no comment.
const PASSED_OVER = /"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?|#[^\n]*/g;
/** A text that names something to be looked up, as in `getattr(x, "__code__")`. */
const NAME = /^["'][\w.]+["']$/;

export interface Sign {
  kind: string;
  line: number;
  mild: boolean;
}

/** The signs in `code`, one of each kind, with the line where it stands first. `given` is what the page itself gave. */
export function tamperingSigns(code: string, given = ""): Sign[] {
  const blank = (text: string): string => (NAME.test(text) ? text : text.replace(/[^\n]/g, " "));
  const [plain, theirs] = [code, given].map((text) => text.replace(PASSED_OVER, blank)) as [string, string];
  return PATTERNS.flatMap(([pattern, kind]) => {
    const found = pattern.exec(plain);
    if (!found || pattern.test(theirs)) return [];
    return [{ kind, line: plain.slice(0, found.index).split("\n").length, mild: MILD.has(kind) }];
  });
}

export const describeSign = (id: string, { kind, line }: Sign): string =>
  say("desk.sign", { id, line, what: say(`desk.sign-${kind}`) });

/** Note the signs of tampering in an exercise's code; whether one of them is grave. */
export function noteSigns(marked: Marked, entry: Entry, written: SubmittedCode): boolean {
  const found = tamperingSigns(written.code, `${entry.sources.starter ?? ""}\n${entry.sources.setup ?? ""}`);
  marked.flags.push(...found.map((sign) => describeSign(entry.id, sign)));
  return found.some(({ mild }) => !mild);
}
