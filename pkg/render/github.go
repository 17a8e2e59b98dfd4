package render

import (
	"io"
	"strconv"
	"strings"

	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

// githubMost is how many annotations of each sort GitHub shows of a step. What
// comes after them is dropped without a word.
const githubMost = 10

// githubLength is the most characters of a message. GitHub takes 64 kB.
const githubLength = 8000

// GitHub writes the findings that hold and are not accepted as workflow
// commands, which GitHub Actions shows as annotations on the lines of a change:
// as many as it shows of a step, the first ones of each severity. The rest stand
// folded in the log, and one line counts them.
func GitHub(w io.Writer, r *Report) error {
	standing := r.standing()
	counts := map[rule.Severity]int{}
	for _, f := range standing {
		counts[f.Severity]++
	}
	room := map[rule.Severity]int{rule.Error: githubMost, rule.Warning: githubMost, rule.Info: githubMost}
	if counts[rule.Error] > githubMost || counts[rule.Warning] > githubMost || counts[rule.Info] > githubMost {
		room[rule.Info]-- // for the line that counts the rest
	}
	var b strings.Builder
	var rest []Reported
	for _, f := range standing {
		if room[f.Severity] == 0 {
			rest = append(rest, f)
			continue
		}
		room[f.Severity]--
		b.WriteString(r.annotation(f))
	}
	if len(rest) > 0 {
		var left Totals
		for _, f := range rest {
			left.add(f.Severity)
		}
		summary := githubRest.Say(r.Lang, text.Args{"findings": text.Capital(tally(left, r.Lang)), "n": len(rest)})
		b.WriteString("::notice title=vis::" + githubData(summary) + "\n")
		b.WriteString("::group::" + githubData(githubGroup.Say(r.Lang, text.Args{"n": len(rest)})) + "\n")
		for _, f := range rest {
			b.WriteString(r.logLine(f))
		}
		b.WriteString("::endgroup::\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

var (
	githubRest  = text.Both{Sv: "{findings} till visas inte här: GitHub visar högst tio av varje slag. Alla står i jobbets logg.", En: "{findings} more are not shown here: GitHub shows at most ten of each sort. All stand in the job's log."}
	githubGroup = text.Both{Sv: "vis: {n|ett fynd|# fynd} till", En: "vis: {n|one more finding|# more findings}"}
)

var githubCommands = map[rule.Severity]string{rule.Error: "error", rule.Warning: "warning", rule.Info: "notice"}

// annotation writes one command. Columns count characters from 1, and the last
// one is the first after the value; GitHub takes columns only where the value
// stands on one line.
func (r *Report) annotation(f Reported) string {
	var properties []string
	add := func(key, value string) { properties = append(properties, key+"="+githubProperty(value)) }
	add("file", r.path(f.Place))
	if at := f.At; at.Line > 0 {
		add("line", strconv.Itoa(at.Line))
		if at.EndLine <= at.Line {
			add("col", strconv.Itoa(at.Column))
		}
		add("endLine", strconv.Itoa(max(at.EndLine, at.Line)))
		if at.EndLine == at.Line && at.EndColumn >= at.Column {
			add("endColumn", strconv.Itoa(at.EndColumn))
		}
	}
	add("title", f.Spec.ID)
	message := []rune(r.whole(f.Finding))
	if len(message) > githubLength {
		message = append(message[:githubLength-1], '…')
	}
	return "::" + githubCommands[f.Severity] + " " + strings.Join(properties, ",") + "::" + githubData(string(message)) + "\n"
}

// logLine writes a finding as a line of the log. It begins with a word of ours,
// so that it is no command.
func (r *Report) logLine(f Reported) string {
	return SeverityWord(f.Severity, r.Lang) + ": " + r.place(f.Place) + " " + Message(f.Finding, r.Lang) + " [" + f.Spec.ID + "]\n"
}

var (
	githubDataEscapes     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubPropertyEscapes = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// githubData escapes what stands after the command.
func githubData(s string) string { return githubDataEscapes.Replace(Safe(s)) }

// githubProperty escapes the value of a property.
func githubProperty(s string) string { return githubPropertyEscapes.Replace(Safe(s)) }
