package main

import (
	"archive/zip"
	"context"
	"crypto/md5"
	"crypto/sha256"
	"crypto/tls"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"html/template"
	"io"
	"log"
	"math/rand"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/jmoiron/sqlx"
	"gorm.io/gorm"
)

const apiKey = "sk_prod_9f8e7d6c5b4a39281716" // BAD CWE-798|CWE-259|CWE-321
const dsn = "postgres://app:Pa55word123@db:5432/app?sslmode=disable" // BAD CWE-798|CWE-259

var (
	hostRe  = regexp.MustCompile(`^[a-z0-9.-]+$`)
	columns = map[string]string{"name": "name", "price": "price"}
)

type Server struct {
	db    *sql.DB
	store *Store
	root  string
}

type Store struct{ db *sql.DB }

type Product struct {
	ID   int64  `json:"id"`
	Name string `json:"name"`
	Sort string `json:"sort"`
}

func (s *Store) FindByName(ctx context.Context, name string) (*sql.Rows, error) {
	query := fmt.Sprintf("SELECT * FROM products WHERE name = '%s'", name)
	return s.db.QueryContext(ctx, query) // BAD CWE-89
}

func (s *Store) FindSafe(ctx context.Context, name string) (*sql.Rows, error) {
	return s.db.QueryContext(ctx, "SELECT * FROM products WHERE name = $1", name)
}

func (s *Store) Sorted(ctx context.Context, by string) (*sql.Rows, error) {
	column, ok := columns[by]
	if !ok {
		return nil, errors.New("unknown column")
	}
	return s.db.QueryContext(ctx, "SELECT * FROM products ORDER BY "+column)
}

func (s *Store) In(ctx context.Context, ids []string) (*sql.Rows, error) {
	marks := make([]string, len(ids))
	args := make([]any, len(ids))
	for i, id := range ids {
		marks[i] = fmt.Sprintf("$%d", i+1)
		args[i] = id
	}
	return s.db.QueryContext(ctx, "SELECT * FROM products WHERE id IN ("+strings.Join(marks, ",")+")", args...)
}

func (s *Server) products(w http.ResponseWriter, r *http.Request) {
	rows, err := s.store.FindByName(r.Context(), r.URL.Query().Get("name"))
	if err != nil {
		http.Error(w, "failed", http.StatusInternalServerError)
		return
	}
	defer rows.Close()
	w.WriteHeader(http.StatusOK)
}

func (s *Server) productsSafe(w http.ResponseWriter, r *http.Request) {
	rows, err := s.store.FindSafe(r.Context(), r.URL.Query().Get("name"))
	if err != nil {
		http.Error(w, "failed", http.StatusInternalServerError)
		return
	}
	defer rows.Close()
	sorted, err := s.store.Sorted(r.Context(), r.FormValue("by"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	defer sorted.Close()
	in, err := s.store.In(r.Context(), r.URL.Query()["id"])
	if err != nil {
		return
	}
	defer in.Close()
}

func (s *Server) byID(w http.ResponseWriter, r *http.Request) {
	id, err := strconv.Atoi(r.PathValue("id"))
	if err != nil {
		http.Error(w, "bad id", http.StatusBadRequest)
		return
	}
	row := s.db.QueryRowContext(r.Context(), fmt.Sprintf("SELECT name FROM products WHERE id = %d", id))
	var name string
	if err := row.Scan(&name); err != nil {
		http.NotFound(w, r)
		return
	}
	_ = json.NewEncoder(w).Encode(map[string]string{"name": name})
}

func (s *Server) body(w http.ResponseWriter, r *http.Request) {
	var p Product
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 1<<20)).Decode(&p); err != nil {
		http.Error(w, "bad json", http.StatusBadRequest)
		return
	}
	_, err := s.db.ExecContext(r.Context(), "UPDATE products SET name = '"+p.Name+"' WHERE id = "+strconv.FormatInt(p.ID, 10)) // BAD CWE-89
	if err != nil {
		log.Println("update failed", err)
	}
}

func (s *Server) file(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("name")
	data, err := os.ReadFile(filepath.Join(s.root, name)) // BAD CWE-22
	if err != nil {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", "application/octet-stream")
	w.Write(data)
}

func (s *Server) fileSafe(w http.ResponseWriter, r *http.Request) {
	full := filepath.Join(s.root, filepath.Clean("/"+r.URL.Query().Get("name")))
	if !strings.HasPrefix(full, s.root+string(os.PathSeparator)) {
		http.NotFound(w, r)
		return
	}
	http.ServeFile(w, r, full)
}

func (s *Server) upload(w http.ResponseWriter, r *http.Request) {
	file, header, err := r.FormFile("file")
	if err != nil {
		return
	}
	defer file.Close()
	dst, err := os.Create(filepath.Join("/srv/uploads", header.Filename)) // BAD CWE-22
	if err != nil {
		return
	}
	defer dst.Close()
	io.Copy(dst, file)
}

func unzip(src, dest string) error {
	r, err := zip.OpenReader(src)
	if err != nil {
		return err
	}
	defer r.Close()
	for _, f := range r.File {
		target := filepath.Join(dest, f.Name) // BAD CWE-22
		out, err := os.Create(target)
		if err != nil {
			return err
		}
		rc, err := f.Open()
		if err != nil {
			return err
		}
		_, err = io.Copy(out, rc)
		rc.Close()
		out.Close()
		if err != nil {
			return err
		}
	}
	return nil
}

func (s *Server) ping(w http.ResponseWriter, r *http.Request) {
	host := r.URL.Query().Get("host")
	out, err := exec.Command("sh", "-c", "ping -c 1 "+host).Output() // BAD CWE-78
	if err != nil {
		return
	}
	w.Header().Set("Content-Type", "text/plain")
	w.Write(out)
}

func (s *Server) pingSafe(w http.ResponseWriter, r *http.Request) {
	host := r.URL.Query().Get("host")
	if !hostRe.MatchString(host) {
		http.Error(w, "bad host", http.StatusBadRequest)
		return
	}
	out, err := exec.CommandContext(r.Context(), "sh", "-c", "ping -c 1 "+host).Output()
	if err != nil {
		return
	}
	w.Header().Set("Content-Type", "text/plain")
	w.Write(out)
}

func (s *Server) hello(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintf(w, "<h1>Hello %s</h1>", r.URL.Query().Get("name")) // BAD CWE-79
}

func (s *Server) helloSafe(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintf(w, "<h1>Hello %s</h1>", template.HTMLEscapeString(r.URL.Query().Get("name")))
}

var page = template.Must(template.New("p").Parse("<h1>{{.Name}}</h1>"))

func (s *Server) helloTemplate(w http.ResponseWriter, r *http.Request) {
	if err := page.Execute(w, Product{Name: r.FormValue("name")}); err != nil {
		log.Print(err)
	}
}

func (s *Server) raw(w http.ResponseWriter, r *http.Request) {
	page.Execute(w, map[string]any{"Name": template.HTML(r.FormValue("name"))}) // BAD CWE-79
}

func (s *Server) goTo(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, r.URL.Query().Get("next"), http.StatusFound) // BAD CWE-601
}

func (s *Server) goSafe(w http.ResponseWriter, r *http.Request) {
	next := r.URL.Query().Get("next")
	u, err := url.Parse(next)
	if err != nil || u.Host != "" || u.Scheme != "" {
		next = "/"
	}
	http.Redirect(w, r, next, http.StatusFound)
}

func (s *Server) proxy(w http.ResponseWriter, r *http.Request) {
	resp, err := http.Get(r.URL.Query().Get("url")) // BAD CWE-918
	if err != nil {
		return
	}
	defer resp.Body.Close()
	w.Header().Set("Content-Type", "application/json")
	io.Copy(w, resp.Body)
}

func (s *Server) proxy2(w http.ResponseWriter, r *http.Request) {
	req, err := http.NewRequestWithContext(r.Context(), http.MethodGet, "http://"+r.FormValue("host")+"/x", nil) // BAD CWE-918
	if err != nil {
		return
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return
	}
	defer resp.Body.Close()
}

func (s *Server) logIt(w http.ResponseWriter, r *http.Request) {
	log.Printf("query %s", r.URL.Query().Get("q")) // BAD CWE-117
	log.Printf("query %q", r.URL.Query().Get("q"))
}

func (s *Server) cookie(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: "x"}) // BAD CWE-614|CWE-1004
}

func hash(password string) string {
	sum := md5.Sum([]byte(password)) // BAD CWE-327|CWE-328|CWE-916
	return hex.EncodeToString(sum[:])
}

func checksum(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

func token() string {
	b := make([]byte, 16)
	rand.Read(b) // BAD CWE-330|CWE-338
	return hex.EncodeToString(b)
}

func client() *http.Client {
	return &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}} // BAD CWE-295
}

func status(u string) (int, error) {
	resp, err := http.Get(u) // BAD CWE-772
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func ginRoutes(db *gorm.DB, sx *sqlx.DB) *gin.Engine {
	r := gin.Default()
	r.GET("/users", func(c *gin.Context) {
		var out []Product
		db.Raw("SELECT * FROM users WHERE name = '" + c.Query("name") + "'").Scan(&out) // BAD CWE-89
		db.Where("name = ?", c.Query("name")).Find(&out)
		db.Where(fmt.Sprintf("name = '%s'", c.Query("name"))).Find(&out) // BAD CWE-89
		db.Order(c.Query("order")).Find(&out) // BAD CWE-89
		c.JSON(http.StatusOK, out)
	})
	r.POST("/bind", func(c *gin.Context) {
		var p Product
		if err := c.ShouldBindJSON(&p); err != nil {
			c.AbortWithStatus(http.StatusBadRequest)
			return
		}
		var out []Product
		if err := sx.Select(&out, "SELECT * FROM products ORDER BY "+p.Sort); err != nil { // BAD CWE-89
			c.AbortWithStatus(500)
			return
		}
		if err := sx.Select(&out, "SELECT * FROM products WHERE id = $1", p.ID); err != nil {
			c.AbortWithStatus(500)
		}
	})
	r.GET("/html", func(c *gin.Context) {
		c.Data(http.StatusOK, "text/html; charset=utf-8", []byte("<b>"+c.Query("q")+"</b>")) // BAD CWE-79
		c.String(http.StatusOK, "hello %s", c.Query("q"))
	})
	r.GET("/dl", func(c *gin.Context) {
		c.File("/srv/" + c.Query("f")) // BAD CWE-22
	})
	return r
}

func decode(data []byte) error {
	var p Product
	return xml.Unmarshal(data, &p)
}

func main() {
	s := &Server{root: "/srv"}
	mux := http.NewServeMux()
	mux.HandleFunc("/products", s.products)
	mux.HandleFunc("/safe", s.productsSafe)
	log.Fatal(http.ListenAndServe(":8080", mux)) // BAD CWE-400|CWE-770
}
