#include <algorithm>
#include <chrono>
#include <fstream>
#include <memory>
#include <mutex>
#include <optional>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <utility>
#include <vector>

namespace shop {

class Cache {
public:
    explicit Cache(std::size_t most) : most_(most) {}

    std::optional<std::string> find(const std::string& key) const {
        const std::lock_guard<std::mutex> guard(mutex_);
        const auto found = values_.find(key);
        if (found == values_.end()) {
            return std::nullopt;
        }
        return found->second;
    }

    void put(std::string key, std::string value) {
        const std::lock_guard<std::mutex> guard(mutex_);
        if (values_.size() >= most_) {
            values_.erase(values_.begin());
        }
        values_.insert_or_assign(std::move(key), std::move(value));
    }

private:
    mutable std::mutex mutex_;
    std::unordered_map<std::string, std::string> values_;
    std::size_t most_;
};

struct Node {
    int value;
    std::unique_ptr<Node> left;
    std::unique_ptr<Node> right;
};

int total(const Node* node) {
    if (node == nullptr) {
        return 0;
    }
    return node->value + total(node->left.get()) + total(node->right.get());
}

std::vector<std::string> lines_of(const std::string& path) {
    std::ifstream file(path);
    if (!file) {
        throw std::runtime_error("cannot read " + path);
    }
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) {
        if (!line.empty()) {
            lines.push_back(line);
        }
    }
    return lines;
}

std::size_t length(const std::vector<std::string>& names) {
    std::size_t sum = 0;
    for (const auto& name : names) {
        sum += name.size();
    }
    return sum;
}

void remove_short(std::vector<std::string>& names, std::size_t least) {
    names.erase(std::remove_if(names.begin(), names.end(),
                               [least](const std::string& name) { return name.size() < least; }),
                names.end());
}

void run_all(const std::vector<std::string>& paths, Cache& cache) {
    std::vector<std::jthread> threads;
    threads.reserve(paths.size());
    for (const auto& path : paths) {
        threads.emplace_back([&cache, path] {
            try {
                cache.put(path, std::to_string(lines_of(path).size()));
            } catch (const std::runtime_error& problem) {
                cache.put(path, problem.what());
            }
        });
    }
}

}  // namespace shop
