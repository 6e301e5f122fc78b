// Package orders serves the orders of a shop.
package orders

import (
	"bufio"
	"context"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"crypto/tls"
	"database/sql"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"os"
	"regexp"
	"strings"
	"sync"
	"time"
)

var reference = regexp.MustCompile(`^\d{4}-\d{1,9}$`)

const maxBody = 1 << 20

// Order is an order as stored.
type Order struct {
	ID       int64  `json:"id"`
	Customer string `json:"customer"`
	Total    int64  `json:"total"`
}

// Store keeps orders in a database.
type Store struct {
	db *sql.DB
}

// List returns the orders of a customer, the oldest first.
func (s *Store) List(ctx context.Context, customer string, limit int) ([]Order, error) {
	rows, err := s.db.QueryContext(ctx,
		"SELECT id, customer, total FROM orders WHERE customer = $1 ORDER BY id LIMIT $2", customer, limit)
	if err != nil {
		return nil, fmt.Errorf("list orders: %w", err)
	}
	defer rows.Close()

	var orders []Order
	for rows.Next() {
		var order Order
		if err := rows.Scan(&order.ID, &order.Customer, &order.Total); err != nil {
			return nil, fmt.Errorf("read order: %w", err)
		}
		orders = append(orders, order)
	}
	return orders, rows.Err()
}

// Move moves money between accounts, or nothing.
func (s *Store) Move(ctx context.Context, from, to, amount int64) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()
	if _, err := tx.ExecContext(ctx, "UPDATE accounts SET balance = balance - $1 WHERE id = $2", amount, from); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, "UPDATE accounts SET balance = balance + $1 WHERE id = $2", amount, to); err != nil {
		return err
	}
	return tx.Commit()
}

// Server answers requests about orders.
type Server struct {
	store  *Store
	secret []byte
	client *http.Client
	mu     sync.Mutex
	seen   map[string]time.Time
}

func (s *Server) list(w http.ResponseWriter, r *http.Request) {
	orders, err := s.store.List(r.Context(), r.URL.Query().Get("customer"), 50)
	if err != nil {
		slog.ErrorContext(r.Context(), "orders not read", "error", err)
		http.Error(w, "try again later", http.StatusServiceUnavailable)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(w).Encode(orders); err != nil {
		slog.WarnContext(r.Context(), "answer not written", "error", err)
	}
}

func (s *Server) webhook(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	if err != nil {
		http.Error(w, "too large", http.StatusRequestEntityTooLarge)
		return
	}
	given, err := base64.StdEncoding.DecodeString(r.Header.Get("X-Signature"))
	if err != nil || !hmac.Equal(given, s.sign(body)) {
		http.Error(w, "wrong signature", http.StatusUnauthorized)
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.seen[r.Header.Get("X-Delivery")] = time.Now()
	w.WriteHeader(http.StatusNoContent)
}

func (s *Server) sign(body []byte) []byte {
	mac := hmac.New(sha256.New, s.secret)
	mac.Write(body)
	return mac.Sum(nil)
}

func (s *Server) fetch(ctx context.Context, address string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, err
	}
	response, err := s.client.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("answered %d", response.StatusCode)
	}
	return io.ReadAll(io.LimitReader(response.Body, maxBody))
}

func (s *Server) fetchAll(ctx context.Context, addresses []string) ([][]byte, error) {
	pages := make([][]byte, len(addresses))
	failures := make([]error, len(addresses))
	var group sync.WaitGroup
	for i, address := range addresses {
		group.Add(1)
		go func() {
			defer group.Done()
			pages[i], failures[i] = s.fetch(ctx, address)
		}()
	}
	group.Wait()
	return pages, errors.Join(failures...)
}

// Names reads one name from each line of a file.
func Names(path string) ([]string, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var names []string
	scanner := bufio.NewScanner(file)
	for scanner.Scan() {
		if name := strings.TrimSpace(scanner.Text()); name != "" && !reference.MatchString(name) {
			names = append(names, name)
		}
	}
	return names, scanner.Err()
}

// NewToken makes a token that cannot be guessed.
func NewToken() (string, error) {
	token := make([]byte, 32)
	if _, err := rand.Read(token); err != nil {
		return "", err
	}
	return base64.RawURLEncoding.EncodeToString(token), nil
}

// Listen serves until something fails.
func (s *Server) Listen(address string) error {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /orders", s.list)
	mux.HandleFunc("POST /webhook", s.webhook)
	server := &http.Server{
		Addr:              address,
		Handler:           mux,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       30 * time.Second,
		WriteTimeout:      30 * time.Second,
		TLSConfig:         &tls.Config{MinVersion: tls.VersionTLS12},
	}
	return server.ListenAndServe()
}
