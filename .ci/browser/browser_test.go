// Package browser looks at what vis writes for people in a real browser.
package browser

import (
	"context"
	_ "embed"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/ci/try"
	"github.com/vis-samverkan/vis/pkg/cli"
	"github.com/vis-samverkan/vis/pkg/report"
)

// look returns what is wrong with a page, each fault as a sentence.
//
//go:embed look.js
var look string

// browser starts one, or skips the test where there is none.
func browser(t *testing.T) context.Context {
	t.Helper()
	var program string
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			program = found
			break
		}
	}
	if program == "" {
		if os.Getenv("VIS_REQUIRE_BROWSER") != "" {
			t.Fatal("VIS_REQUIRE_BROWSER is set, but there is no Chromium")
		}
		t.Skip("there is no Chromium on this machine")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(program), chromedp.NoSandbox, chromedp.Flag("hide-scrollbars", true))
	ctx, cancel := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 3*time.Minute)
	t.Cleanup(cancel)
	return ctx
}

// faults opens a file and returns what is wrong with it.
func faults(t *testing.T, ctx context.Context, file string, width int64, scheme string) []string {
	t.Helper()
	var out []string
	require.NoError(t, chromedp.Run(ctx,
		chromedp.EmulateViewport(width, 900),
		emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}),
		chromedp.Navigate("file://"+file),
		chromedp.Evaluate(look, &out),
	), file)
	return out
}

// Each report, in both languages, wide and narrow, in light and in dark: nothing
// is cut off or in the way of something else, every letter has a glyph, what is
// written can be told from what is behind it, and every picture has a text.
func TestReports(t *testing.T) {
	ctx := browser(t)
	dir := t.TempDir()
	for _, k := range report.Kinds() {
		for _, lang := range []string{"sv", "en"} {
			file := filepath.Join(dir, k.Name+"-"+lang+".html")
			require.NoError(t, os.WriteFile(file, try.Vis(t, cli.ExitClean, "report", k.Name, "--lang", lang, "-f", "html"), 0o644))
			for _, view := range []struct {
				width  int64
				scheme string
			}{{1280, "light"}, {1280, "dark"}, {380, "light"}} {
				assert.Empty(t, faults(t, ctx, file, view.width, view.scheme), "%s %s %d %s", k.Name, lang, view.width, view.scheme)
			}
		}
	}
}

// The pictures alone are looked at, too.
func TestPictures(t *testing.T) {
	ctx := browser(t)
	dir := t.TempDir()
	seen := 0
	for _, k := range report.Kinds() {
		html := string(try.Vis(t, cli.ExitClean, "report", k.Name, "-f", "html"))
		if !strings.Contains(html, "<svg") {
			continue
		}
		seen++
		file := filepath.Join(dir, k.Name+".svg")
		require.NoError(t, os.WriteFile(file, try.Vis(t, cli.ExitClean, "report", k.Name, "-f", "svg"), 0o644))
		assert.Empty(t, faults(t, ctx, file, 1280, "light"), k.Name)
	}
	assert.Positive(t, seen)
}

// The look finds each sort of fault, or it would prove nothing.
func TestLook(t *testing.T) {
	ctx := browser(t)
	dir := t.TempDir()
	page := func(body string) string {
		return "<!doctype html><html lang=sv><meta charset=utf-8><title>t</title><body style='margin:0;color:#000;background:#fff'>" + body
	}
	picture := func(inside string) string {
		return "<svg xmlns='http://www.w3.org/2000/svg' role='img' width='200' height='100' viewBox='0 0 200 100'>" + inside + "</svg>"
	}
	text := "<title>t</title><desc>d</desc>"
	for name, c := range map[string]struct{ body, fault string }{
		"good":      {picture(text+"<text x='10' y='20'>Å</text><text x='10' y='60'>Ö</text>") + "<p>åäö</p>", ""},
		"wide":      {"<div style='width:5000px'>x</div>", "wider than the window"},
		"outside":   {picture(text + "<text x='190' y='20'>utanför</text>"), "outside its picture"},
		"overlap":   {picture(text + "<text x='10' y='20'>ettett</text><text x='12' y='22'>tvåtvå</text>"), "overlaps"},
		"no text":   {picture("<text x='10' y='20'>x</text>"), "no text"},
		"faint":     {"<p style='color:#ccc'>svagt</p>", "contrast"},
		"faint svg": {picture(text + "<text x='10' y='20' fill='#ddd'>x</text>"), "contrast"},
		"no glyph":  {"<p>\U0010FFFD</p>", "glyph"},
	} {
		file := filepath.Join(dir, strings.ReplaceAll(name, " ", "-")+".html")
		require.NoError(t, os.WriteFile(file, []byte(page(c.body)), 0o644))
		found := fmt.Sprint(faults(t, ctx, file, 1280, "light"))
		if c.fault == "" {
			assert.Equal(t, "[]", found, name)
			continue
		}
		assert.Contains(t, found, c.fault, name)
	}
}
