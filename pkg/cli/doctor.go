package cli

import (
	"context"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/vis-samverkan/vis/pkg/git"
	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/render"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/rules"
	"github.com/vis-samverkan/vis/pkg/text"
)

func (a *app) doctorCommand() *cobra.Command {
	return inFormats(&cobra.Command{
		Use:   "doctor",
		Short: a.pick("Visar vad som är inställt, och vad som inte är det", "Shows what is set up and what is not"),
		Long: a.pick(`Går igenom det som vis behöver och har nytta av: registret, git, skillnader i sak i
”git diff”, prövning vid varje ändring, redigeraren och språket. För det som inte är på
plats står vad man kan göra. Ändrar ingenting. Avslutar med 1 om något hindrar arbetet: det
finns inget register, eller det har fel.`,
			`Goes through what vis needs and has use for: the registry, git, changes of substance in
“git diff”, testing at each change, the editor and the language. For what is not in place
it says what can be done. Changes nothing. Ends with 1 if something is in the way of the
work: there is no registry, or it has errors.`),
		Args: a.arguments(0, 0, text.Both{}),
		RunE: func(c *cobra.Command, _ []string) error { return a.doctor(c) },
	}, "text", "json")
}

// checkup is one thing that was looked at.
type checkup struct {
	ID     string     `json:"id"`
	State  checkState `json:"state"`
	Found  string     `json:"found"`
	Advice string     `json:"advice,omitempty"`
}

// checkState is how a thing is.
type checkState string

const (
	inPlace    checkState = "ok"
	notSetUp   checkState = "off" // it would help
	inTheWay   checkState = "bad" // work cannot go on like this
	justSaying checkState = "info"
)

func (a *app) doctor(c *cobra.Command) error {
	format, err := a.format(c)
	if err != nil {
		return err
	}
	found := []checkup{a.checkProgram()}
	dir, err := a.find()
	if err != nil {
		found = append(found, checkup{"registry", inTheWay, err.Error(), a.pick("gå till en mapp med ett register, eller ange den med --registry", "go to a folder with a registry, or name it with --registry")})
	} else {
		found = append(found, a.checkRegistry(c.Context())...)
		found = append(found, a.checkGit(c.Context(), dir)...)
		found = append(found, a.checkAutomation(dir), a.checkEditor(dir))
	}
	found = append(found, a.checkLanguage())
	if format == "json" {
		err = render.JSON(a.out(), found)
	} else {
		err = a.tellCheckups(found)
	}
	if err != nil {
		return err
	}
	for _, check := range found {
		if check.State == inTheWay {
			return errFindings
		}
	}
	return nil
}

func (a *app) tellCheckups(found []checkup) error {
	signs := map[checkState]string{
		inPlace: a.style().Good("✓"), notSetUp: a.style().Note("–"), inTheWay: a.style().Error("✗"), justSaying: "·",
	}
	for _, check := range found {
		for i, line := range append(render.Wrap(render.Safe(check.Found), a.width()-2), render.Wrap(render.Safe(check.Advice), a.width()-2)...) {
			sign := " "
			if i == 0 {
				sign = signs[check.State]
			}
			if line == "" {
				continue
			}
			if _, err := fmt.Fprintln(a.out(), sign+" "+line); err != nil {
				return err
			}
		}
	}
	return nil
}

func (a *app) checkProgram() checkup {
	return checkup{"program", justSaying, a.lang.Say(text.VersionLine, text.Args{
		"version": a.Build.Version, "revision": a.Build.Revision, "go": a.Build.Go, "schema": load.SchemaVersion,
	}), ""}
}

// checkRegistry tells how many files and findings there are, and how many
// acceptances.
func (a *app) checkRegistry(ctx context.Context) []checkup {
	o, err := a.openSilently(ctx)
	if err != nil {
		return []checkup{{"registry", inTheWay, a.words(err), ""}}
	}
	defer o.close()
	out, err := rules.Run(ctx, o.loaded, o.view, rules.Options{Profile: rule.Strict, Others: changeRuleIDs()})
	if err != nil {
		return []checkup{{"registry", inTheWay, a.words(err), ""}}
	}
	totals := render.Count(out.Findings)
	check := checkup{"registry", inPlace, a.pick("registret i ", "the registry in ") + a.shown(o, ".") + a.pick(
		": "+strconv.Itoa(len(o.view.Records()))+" poster, inga fel", ": "+strconv.Itoa(len(o.view.Records()))+" records, no errors"), ""}
	if totals.Error > 0 {
		check.State = inTheWay
		check.Found = a.pick("registret har fel: ", "the registry has errors: ") + strconv.Itoa(totals.Error)
		check.Advice = a.pick("”vis validate” visar dem och hur de rättas", "“vis validate” shows them and how to mend them")
	}
	checks := []checkup{check}
	accepted := 0
	for _, f := range out.Findings {
		if f.Acknowledged != nil {
			accepted++
		}
	}
	if accepted > 0 {
		checks = append(checks, checkup{"acknowledged", justSaying, a.lang.Say(text.AndAcknowledged, text.Args{"n": accepted}), ""})
	}
	return checks
}

// checkGit tells of the repository, the branch that changes are compared with,
// and whether git diff shows changes of substance.
func (a *app) checkGit(ctx context.Context, dir string) []checkup {
	repo, err := git.Find(ctx, dir)
	if err != nil {
		found, _, _ := strings.Cut(a.words(err), "\n")
		return []checkup{{"git", notSetUp, found, a.pick("utan git saknas historien: --rev, vis diff, vis review och vis log", "without git there is no history: --rev, vis diff, vis review and vis log")}}
	}
	checks := []checkup{{"git", inPlace, a.pick("registret ligger i git", "the registry is in git"), ""}}
	if repo.Shallow() {
		checks = append(checks, checkup{"history", notSetUp, a.pick("git-arkivet är hämtat i grund form: en del av historien saknas", "the clone is shallow: a part of the history is missing"),
			a.pick("git fetch --unshallow hämtar resten", "git fetch --unshallow fetches the rest")})
	}
	branch, err := repo.DefaultBranch(ctx)
	if err != nil {
		checks = append(checks, checkup{"branch", notSetUp, a.words(err), a.pick("ange jämförelsen: vis review REVISION", "name what to compare with: vis review REVISION")})
	} else {
		checks = append(checks, checkup{"branch", inPlace, a.pick("ändringar jämförs med ", "changes are compared with ") + branch, ""})
	}
	return append(checks, a.checkDriver(ctx, repo, dir))
}

func (a *app) checkDriver(ctx context.Context, repo *git.Repository, dir string) checkup {
	command, ok, err := repo.Setting(ctx, "diff.vis.command")
	prefix, err2 := repo.Prefix(ctx, dir)
	driver := ""
	if err == nil && err2 == nil {
		driver, err = repo.DiffDriver(ctx, filepath.ToSlash(filepath.Join(prefix, model.Manifest.Info().File)))
	}
	if err == nil && err2 == nil && ok && driver == "vis" {
		return checkup{"diff-driver", inPlace, a.pick("git diff visar ändringar i sak (", "git diff shows changes of substance (") + command + ")", ""}
	}
	if driver == "vis" {
		return checkup{"diff-driver", notSetUp, a.pick("git diff visar registret rad för rad", "git diff shows the registry line by line"),
			a.pick("git config diff.vis.command 'vis git-diff-driver' ändrar det", "git config diff.vis.command 'vis git-diff-driver' changes it")}
	}
	return checkup{"diff-driver", notSetUp, a.pick("git diff visar registret rad för rad", "git diff shows the registry line by line"),
		a.pick("”vis help git-diff-driver” visar de två rader som ändrar det", "“vis help git-diff-driver” shows the two lines that change it")}
}

// automation are the files that test the registry by themselves, from the top of
// what they stand in.
var automation = []string{".github/workflows", ".gitlab-ci.yml", ".gitlab", ".pre-commit-config.yaml", "azure-pipelines.yml", "Jenkinsfile"}

// checkAutomation tells whether some file of continuous integration runs vis.
func (a *app) checkAutomation(dir string) checkup {
	for top := range upwards(dir) {
		for _, name := range automation {
			if file := runsVis(filepath.Join(top, filepath.FromSlash(name))); file != "" {
				if rel, err := filepath.Rel(a.Dir, file); err == nil {
					file = rel
				}
				return checkup{"automation", inPlace, a.pick("registret prövas av sig självt: ", "the registry is tested by itself: ") + file, ""}
			}
		}
	}
	return checkup{"automation", notSetUp, a.pick("ingen fil kör vis vid varje ändring", "no file runs vis at each change"),
		a.pick("”vis init MAPP” lägger upp ett nytt register med sådana filer; kopiera dem därifrån", "“vis init DIR” begins a new registry with such files; copy them from it")}
}

// mostAutomation is how much of a file is searched, in bytes.
const mostAutomation = 1 << 20

// runsVis returns a file at a path, or right in it, that calls vis.
func runsVis(at string) (found string) {
	_ = filepath.WalkDir(at, func(p string, e fs.DirEntry, err error) error {
		if err != nil || found != "" || !e.Type().IsRegular() {
			return nil
		}
		info, err := e.Info()
		if err != nil || info.Size() > mostAutomation {
			return nil
		}
		b, err := os.ReadFile(p)
		if err == nil && (strings.Contains(string(b), "vis validate") || strings.Contains(string(b), "vis review") || strings.Contains(string(b), "vis-validate")) {
			found = p
		}
		return nil
	})
	return found
}

// upwards yields a folder and those above it, to the top of the repository that
// it is in.
func upwards(dir string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for yield(dir) && dir != filepath.Dir(dir) {
			if _, err := os.Lstat(filepath.Join(dir, ".git")); err == nil {
				return
			}
			dir = filepath.Dir(dir)
		}
	}
}

// checkEditor tells whether the settings of an editor name the schemas.
func (a *app) checkEditor(dir string) checkup {
	for top := range upwards(dir) {
		b, err := os.ReadFile(filepath.Join(top, ".vscode", "settings.json"))
		if err == nil && strings.Contains(string(b), "yaml.schemas") {
			return checkup{"editor", inPlace, a.pick("redigeraren har scheman för YAML (.vscode/settings.json)", "the editor has schemas for YAML (.vscode/settings.json)"), ""}
		}
	}
	return checkup{"editor", notSetUp, a.pick("redigeraren vet inte vad som får stå i filerna", "the editor does not know what may stand in the files"),
		a.pick("”vis help schema” berättar hur", "“vis help schema” tells how")}
}

func (a *app) checkLanguage() checkup {
	said := a.pick("språket är svenska", "the language is English")
	if a.Getenv("VIS_TODAY") != "" {
		said += a.pick("; VIS_TODAY sätter dagens datum till ", "; VIS_TODAY sets today's date to ") + a.Getenv("VIS_TODAY")
	}
	return checkup{"language", justSaying, said, a.pick("--lang en väljer engelska", "--lang sv chooses Swedish")}
}
