require 'net/http'
require 'open3'
require 'digest'
require 'zip'

API_KEY = 'sk_prod_8f7e6d5c4b3a2910' # BAD CWE-798|CWE-259|CWE-321

class ProductQuery
  SORTS = { 'name' => 'name', 'price' => 'price DESC' }.freeze

  def initialize(scope = Product.all)
    @scope = scope
  end

  def by_name(name)
    @scope.where("name LIKE '%#{name}%'") # BAD CWE-89
  end

  def by_name_safe(name)
    @scope.where('name LIKE ?', "%#{Product.sanitize_sql_like(name)}%")
  end

  def sorted(key)
    @scope.order(SORTS.fetch(key, 'id'))
  end

  def ids(list)
    @scope.where(id: list)
  end
end

class ProductsController < ApplicationController
  before_action :authenticate_user!
  skip_before_action :verify_authenticity_token

  def index
    @products = ProductQuery.new.by_name(params[:name])
    @safe = ProductQuery.new.by_name_safe(params[:name])
    @sorted = ProductQuery.new.sorted(params[:sort])
    @ids = ProductQuery.new.ids(params[:ids])
  end

  def create
    product = Product.new(params.permit!) # BAD CWE-915
    other = Product.new(product_params)
    product.save!
    other.save!
    redirect_to product
  end

  def show
    @product = Product.find(params[:id])
    render html: "<h1>#{params[:title]}</h1>".html_safe # BAD CWE-79
  end

  def title
    render plain: "Hello #{params[:name]}"
  end

  def download
    send_file Rails.root.join('files', params[:name]) # BAD CWE-22
  end

  def download_safe
    name = File.basename(params[:name])
    send_file Rails.root.join('files', name)
  end

  def ping
    output = `ping -c 1 #{params[:host]}` # BAD CWE-78
    stdout, _status = Open3.capture2('ping', '-c', '1', params[:host])
    render plain: stdout + output
  end

  def ping_safe
    host = params[:host].to_s
    return head :bad_request unless host.match?(/\A[a-z0-9.-]+\z/)

    render plain: `ping -c 1 #{host}`
  end

  def go
    redirect_to params[:url], allow_other_host: true # BAD CWE-601
  end

  def go_safe
    redirect_to(url_from(params[:url]) || root_path)
  end

  def fetch
    uri = URI.parse(params[:url])
    body = Net::HTTP.get(uri) # BAD CWE-918
    render plain: body
  end

  def load
    data = Marshal.load(Base64.decode64(cookies[:state])) # BAD CWE-502
    config = YAML.load(params[:yaml]) # BAD CWE-502
    safe = YAML.safe_load(params[:yaml])
    render json: [data, config, safe]
  end

  def calc
    render json: eval(params[:expr]) # BAD CWE-94|CWE-95
  end

  def call
    render json: @product.send(params[:field]) # BAD CWE-94|CWE-95|CWE-470
    render json: @product.public_send(:name)
  end

  def unzip
    Zip::File.open(params[:archive].path) do |zip|
      zip.each do |entry|
        entry.extract(File.join('/srv/data', entry.name)) # BAD CWE-22
      end
    end
  end

  def search
    Regexp.new(params[:q]) # BAD CWE-1333|CWE-730
    Rails.logger.info("search #{params[:q]}") # BAD CWE-117
  end

  def raw_sql
    ActiveRecord::Base.connection.execute("SELECT * FROM products WHERE id = #{params[:id]}") # BAD CWE-89
    ActiveRecord::Base.connection.execute("SELECT * FROM products WHERE id = #{params[:id].to_i}")
    Product.find_by_sql(['SELECT * FROM products WHERE id = ?', params[:id]])
  end

  def cookie
    cookies[:session] = { value: 'x', httponly: false, secure: false } # BAD CWE-614|CWE-1004
  end

  private

  def product_params
    params.require(:product).permit(:name, :price)
  end

  def token
    token = Array.new(16) { rand(36).to_s(36) }.join # BAD CWE-330|CWE-338
    token
  end

  def digest(password)
    Digest::MD5.hexdigest(password) # BAD CWE-327|CWE-328|CWE-916
  end

  def insecure
    http = Net::HTTP.new('example.com', 443)
    http.use_ssl = true
    http.verify_mode = OpenSSL::SSL::VERIFY_NONE # BAD CWE-295
    http
  end
end
